package dev.monsh.logs.read;

import dev.monsh.logs.MetricResult;

/** What a query turned out to be. */
public sealed interface ReadOutcome {

    /**
     * Lines, which went to the sink.
     *
     * @param count how many
     */
    record Lines(long count) implements ReadOutcome {}

    /** A metric expression; nothing went to the sink. */
    record Metric(MetricResult result) implements ReadOutcome {}
}
