package dev.monsh.logs;

import java.util.function.Predicate;

/**
 * What a person asks for.
 *
 * @param expression LogQL, sent to the server as it stands
 * @param limit how many lines, the newest of the range; 0 for all
 * @param direction the order in which they are wanted, whatever the limit
 * @param filter which of the lines that came are wanted; the limit counts these
 */
public record LogQuery(String expression, TimeRange range, long limit, Direction direction, Predicate<LogLine> filter) {

    public LogQuery {
        if (limit < 0) {
            throw new IllegalArgumentException("negative limit " + limit);
        }
    }

    /** Makes a query for lines as the server selects them. */
    public LogQuery(String expression, TimeRange range, long limit, Direction direction) {
        this(expression, range, limit, direction, LineFilter.none());
    }

    /** Returns whether the server alone selects. */
    public boolean isUnfiltered() {
        return filter.equals(LineFilter.none());
    }

    /** Returns the query for every line of the range, the oldest first. */
    public static LogQuery all(String expression, TimeRange range) {
        return new LogQuery(expression, range, 0, Direction.FORWARD);
    }
}
