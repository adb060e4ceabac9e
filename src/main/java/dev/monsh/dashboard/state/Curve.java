package dev.monsh.dashboard.state;

/**
 * The answer to a {@link Plot}.
 *
 * @param plot what was asked for
 * @param millis Unix times in order
 * @param values as many; NaN where there is none
 * @param origin where it comes from: {@code Prometheus}, or {@code /proc}
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers that nobody changes; compared by nobody
public record Curve(Plot plot, long[] millis, double[] values, String origin) {}
