package dev.monsh.logs;

import java.time.Duration;
import java.util.List;

/**
 * What a server answers to one request. Whether an expression asks for lines or for numbers is the server's to say, by
 * the {@code resultType} of its answer.
 */
public sealed interface LogAnswer {

    /**
     * Lines, in the direction that was asked for, streams merged by time.
     *
     * @param lines at most as many as the limit
     */
    record Lines(List<LogLine> lines) implements LogAnswer {}

    /** The expression was a metric query. */
    record Metric(MetricResult result) implements LogAnswer {}

    /**
     * The server refuses the limit.
     *
     * @param allowed the most lines that it gives in one answer
     * @param message its own words
     */
    record PageTooBig(int allowed, String message) implements LogAnswer {}

    /**
     * The server refuses the length of the range.
     *
     * @param allowed the longest range that it takes
     * @param message its own words
     */
    record RangeTooLong(Duration allowed, String message) implements LogAnswer {}
}
