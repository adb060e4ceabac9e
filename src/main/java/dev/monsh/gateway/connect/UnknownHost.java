package dev.monsh.gateway.connect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A machine that showed a key which no known_hosts file has.
 *
 * @param name {@code USER@HOST}, with the port where it is not 22; the gateway, or a jump host on the way to it
 * @param fingerprint {@code SHA256:…} as {@code ssh-keygen -l} prints it
 * @param keyType for instance {@code ssh-ed25519}
 * @param line the line that makes the key known
 * @param file the known_hosts file to add it to; empty where the SSH configuration has none
 */
public record UnknownHost(String name, String fingerprint, String keyType, String line, Optional<Path> file) {

    /** Returns the file with that machine's public key, as OpenSSH's server names it. */
    public String keyFile() {
        String kind = keyType.contains("ed25519") ? "ed25519" : keyType.contains("ecdsa") ? "ecdsa" : "rsa";
        return "/etc/ssh/ssh_host_" + kind + "_key.pub";
    }
}
