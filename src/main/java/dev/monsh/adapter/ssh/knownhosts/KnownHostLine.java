package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.edit.Bytes;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * One line of known_hosts.
 *
 * @param keyType as it is written, for instance {@code ssh-ed25519}
 * @param key the key in the form of RFC 4253, 6.6
 */
record KnownHostLine(Path file, int number, Marker marker, HostPattern hosts, String keyType, Bytes key) {

    /** What a line says of its key. */
    enum Marker {
        /** It is the host's. */
        HOST,
        /** It signs the certificates of the hosts. */
        AUTHORITY,
        /** It must never be accepted. */
        REVOKED
    }

    /** Reads a line; empty for a comment, and for one that is damaged, which then is about no host. */
    static Optional<KnownHostLine> parse(Path file, int number, String line) {
        String[] words = line.strip().split("\\s+");
        if (words[0].isEmpty() || words[0].startsWith("#")) {
            return Optional.empty();
        }
        int first = words[0].startsWith("@") ? 1 : 0;
        Optional<Marker> marker = first == 0 ? Optional.of(Marker.HOST) : marker(words[0]);
        if (marker.isEmpty() || words.length < first + 3) {
            return Optional.empty();
        }
        try {
            Bytes key = Bytes.of(Base64.getDecoder().decode(words[first + 2]));
            return Optional.of(new KnownHostLine(
                    file, number, marker.get(), new HostPattern(words[first]), words[first + 1], key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Marker> marker(String word) {
        return switch (word) {
            case "@cert-authority" -> Optional.of(Marker.AUTHORITY);
            case "@revoked" -> Optional.of(Marker.REVOKED);
            default -> Optional.empty();
        };
    }

    /** Returns {@code FILE:LINE}. */
    String place() {
        return file + ":" + number;
    }
}
