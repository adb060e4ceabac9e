package dev.monsh.logs.tail;

import java.util.OptionalLong;

/**
 * What is to be followed.
 *
 * @param expression LogQL that selects lines
 * @param startNanos from when on; empty for from now on. A saved position goes before it
 */
public record TailQuery(String expression, OptionalLong startNanos) {}
