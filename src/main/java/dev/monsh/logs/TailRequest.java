package dev.monsh.logs;

import java.time.Duration;

/**
 * What a tail is opened with.
 *
 * @param startNanos from when on the server may send older lines first: a best effort of the server
 * @param ping how often the connection is probed; a probe that is not answered within the same time ends it
 */
public record TailRequest(String expression, long startNanos, Duration ping) {}
