package dev.monsh.box;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration is to say of a gateway. What is empty is not written, and stays where it is there.
 *
 * @param host for SSH
 * @param port of SSH
 * @param identityFile the private key; empty where SSH's usual ones are meant
 * @param site the file with the mappings
 * @param publicHost its address for Grafana
 * @param region to be written where the configuration has none
 * @param securityGroup of the gateway's machine in EC2
 */
public record GatewayEntry(
        String host,
        Optional<Integer> port,
        Optional<String> user,
        Optional<Path> identityFile,
        Optional<String> site,
        Optional<String> publicHost,
        Optional<String> region,
        Optional<String> securityGroup) {

    /** A gateway in EC2, which is the same machine for SSH and for Grafana. */
    public GatewayEntry(
            String host,
            String user,
            Optional<Path> identityFile,
            Optional<String> region,
            Optional<String> securityGroup) {
        this(
                host,
                Optional.empty(),
                Optional.of(user),
                identityFile,
                Optional.empty(),
                Optional.of(host),
                region,
                securityGroup);
    }
}
