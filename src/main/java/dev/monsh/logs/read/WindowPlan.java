package dev.monsh.logs.read;

import dev.monsh.logs.Direction;
import dev.monsh.logs.TimeRange;

/**
 * Cuts a long range into windows of about a page each, so that several can be read at once and in order at constant
 * memory. How many lines a stretch of time holds is learned from the windows already read.
 */
final class WindowPlan {

    /** A window this much shorter than a page would be still leaves room for an uneven flow of lines. */
    private static final double PART_OF_A_PAGE = 0.8;

    private static final long SHORTEST_NANOS = 1_000_000;
    private static final int GROWTH = 4;

    private final Direction direction;
    private final int pageLimit;
    private TimeRange rest;
    private long widthNanos;

    /**
     * Begins a plan.
     *
     * @param knownLines lines that a stretch beside the range held
     * @param knownNanos the length of that stretch
     */
    WindowPlan(TimeRange rest, Direction direction, int pageLimit, long knownLines, long knownNanos) {
        this.rest = rest;
        this.direction = direction;
        this.pageLimit = pageLimit;
        this.widthNanos = widthFor(knownLines, knownNanos);
    }

    boolean isDone() {
        return rest.isEmpty();
    }

    /** Returns the next window in the direction of the plan. */
    TimeRange next() {
        TimeRange window = rest.first(widthNanos, direction);
        rest = rest.after(window, direction);
        return window;
    }

    /** Takes in how many lines a window held; the windows planned after this call follow it. */
    void learn(TimeRange window, long lines) {
        long fitting = widthFor(lines, window.lengthNanos());
        long most = window.lengthNanos() > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : window.lengthNanos() * GROWTH;
        widthNanos = Math.max(SHORTEST_NANOS, Math.min(fitting, most));
    }

    private long widthFor(long lines, long nanos) {
        if (lines == 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(SHORTEST_NANOS, (long) ((double) nanos * pageLimit * PART_OF_A_PAGE / lines));
    }
}
