package dev.monsh.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came of a run.
 *
 * @param stdout the bytes as they were written
 * @param stderr the bytes as they were written
 * @param code the exit code; 128 and the signal's number for a process that a signal ended
 */
public record Ended(byte[] stdout, byte[] stderr, int code) {

    /** Returns stdout as UTF-8. */
    public String out() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    /** Returns stderr as UTF-8. */
    public String err() {
        return new String(stderr, StandardCharsets.UTF_8);
    }

    /** Returns the lines of stdout. */
    public List<String> lines() {
        return out().lines().toList();
    }

    @Override
    public String toString() {
        return "exit code " + code + "\n-- stdout\n" + out() + "-- stderr\n" + err();
    }
}
