package dev.monsh.logs.read;

import java.time.Duration;

/**
 * How pages are read.
 *
 * @param pageLimit lines in one request; less when the server says that it allows less
 * @param parallel requests under way at once, 1 to 4 for a server's sake
 * @param attempts how often a page is asked for while the server is in trouble (429, 5xx, a broken connection)
 * @param pause before the second attempt; doubled before each further one
 */
public record ReadSettings(int pageLimit, int parallel, int attempts, Duration pause) {

    /** Returns what suits a Loki with its own defaults. */
    public static ReadSettings defaults() {
        return new ReadSettings(5000, 3, 4, Duration.ofMillis(250));
    }
}
