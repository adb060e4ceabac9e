package dev.monsh.logs;

import dev.monsh.labels.Labels;

/**
 * One line of a stream.
 *
 * @param timestampNanos nanoseconds since 1970 (UTC)
 * @param line the text as JSON carried it; a byte that is not UTF-8 was replaced by Loki already. May hold control
 *     characters
 */
public record LogLine(long timestampNanos, Labels labels, String line) {

    /** Returns a number for the text of the line: 64 bits, the same in every run. */
    public long fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
