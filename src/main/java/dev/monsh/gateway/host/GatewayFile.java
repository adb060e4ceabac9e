package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;

/**
 * The file with the mappings as it lies on the gateway.
 *
 * @param path as it was asked for, perhaps a link
 * @param real the file behind all links
 * @param owner {@code user:group}
 * @param mode in octal digits
 * @param bytes its content
 * @param dump what {@code nginx -T} prints: every file of the configuration, each after a line with its path
 */
public record GatewayFile(String path, String real, String owner, String mode, Bytes bytes, Bytes dump) {

    /** Returns SHA-256 as 64 hexadecimal digits. */
    public String fingerprint() {
        return bytes.fingerprint();
    }
}
