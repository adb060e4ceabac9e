package dev.monsh.metrics;

import dev.monsh.labels.Labels;

/**
 * Takes an answer as it is read, so that a big one never stands whole in memory. For each series: {@link #series}, its
 * samples and histograms, {@link #endOfSeries}. A scalar or string is one series without labels and with one sample.
 *
 * <p>Times are Unix milliseconds. Values are the strings that came: {@code NaN}, {@code +Inf}, {@code 1e-05}.
 */
public interface ResultHandler {

    /** The answer begins. */
    void begin(ResultType type);

    /** A series begins. */
    void series(Labels labels);

    /** The next sample of the series. */
    void sample(long millis, String value);

    /** The next sample of the series, a native histogram. */
    void histogram(long millis, NativeHistogram histogram);

    /** The series is over. */
    void endOfSeries();
}
