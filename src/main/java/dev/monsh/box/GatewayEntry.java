package dev.monsh.box;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration is to say of a gateway in EC2.
 *
 * @param host its public address, for SSH and for Grafana
 * @param identityFile the private key; empty where SSH's usual ones are meant
 * @param region to be written where the configuration has none; empty to write none
 * @param securityGroup to be written; empty to leave what is there
 */
public record GatewayEntry(
        String host,
        String user,
        Optional<Path> identityFile,
        Optional<String> region,
        Optional<String> securityGroup) {}
