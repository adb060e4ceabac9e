package dev.monsh.logs;

/**
 * One request to the server.
 *
 * @param expression LogQL
 * @param limit the most lines to answer with: the first ones in the direction
 */
public record PageQuery(String expression, TimeRange range, int limit, Direction direction) {}
