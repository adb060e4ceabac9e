package dev.monsh.gateway.transaction;

import dev.monsh.edit.Bytes;
import java.util.Set;

/**
 * The file with the mappings as it lies on the gateway, and what is around it. One that is not there yet has no bytes.
 *
 * @param path as it was asked for, perhaps a link
 * @param real the file behind all links
 * @param included the name by which nginx's configuration includes it, mostly that of a link
 * @param owner {@code user:group}
 * @param mode in octal digits
 * @param bytes its content
 * @param dump what {@code nginx -T} prints: every file of the configuration, each after a line with its path
 * @param held the ports that other programs than nginx listen on
 */
public record GatewayFile(
        String path,
        String real,
        String included,
        String owner,
        String mode,
        Bytes bytes,
        Bytes dump,
        Set<Integer> held) {

    public GatewayFile {
        held = Set.copyOf(held);
    }

    /** Returns SHA-256 as 64 hexadecimal digits. */
    public String fingerprint() {
        return bytes.fingerprint();
    }
}
