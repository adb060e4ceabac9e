package dev.monsh.logs;

/**
 * What a person asks for.
 *
 * @param expression LogQL, sent to the server as it stands
 * @param limit how many lines, the newest of the range; 0 for all
 * @param direction the order in which they are wanted, whatever the limit
 */
public record LogQuery(String expression, TimeRange range, long limit, Direction direction) {

    public LogQuery {
        if (limit < 0) {
            throw new IllegalArgumentException("negative limit " + limit);
        }
    }

    /** Returns the query for every line of the range, the oldest first. */
    public static LogQuery all(String expression, TimeRange range) {
        return new LogQuery(expression, range, 0, Direction.FORWARD);
    }
}
