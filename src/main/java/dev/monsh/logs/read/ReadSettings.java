package dev.monsh.logs.read;

import java.time.Duration;

/**
 * How a reader asks.
 *
 * @param pageLimit the most lines to ask for at once, unless the server allows fewer
 * @param parallel how many requests are under way at once
 * @param attempts how often a page is asked for while the server is in trouble (429, 5xx, a broken connection)
 * @param pause before the second attempt; doubled before each further one
 * @param firstWindow a range up to this long is asked for at once when nobody knows yet how dense the lines are
 */
public record ReadSettings(int pageLimit, int parallel, int attempts, Duration pause, Duration firstWindow) {

    private static final Duration USUAL_FIRST_WINDOW = Duration.ofMinutes(5);

    /** Makes settings with the usual first window. */
    public ReadSettings(int pageLimit, int parallel, int attempts, Duration pause) {
        this(pageLimit, parallel, attempts, pause, USUAL_FIRST_WINDOW);
    }

    /** Returns what suits a Loki with its own defaults. */
    public static ReadSettings defaults() {
        return new ReadSettings(5000, 2, 4, Duration.ofMillis(250));
    }

    /** Returns the same with another number of requests under way. */
    public ReadSettings withParallel(int requests) {
        return new ReadSettings(pageLimit, requests, attempts, pause, firstWindow);
    }

    /** Returns the same with another first window. */
    public ReadSettings withFirstWindow(Duration length) {
        return new ReadSettings(pageLimit, parallel, attempts, pause, length);
    }
}
