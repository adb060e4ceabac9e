package dev.monsh.logs;

import dev.monsh.labels.Labels;
import java.util.List;
import java.util.Locale;

/**
 * The answer to a LogQL metric query, with times and values as the texts that came.
 *
 * @param type the shape
 * @param series one for each label set; for a scalar one series without labels and with one sample
 */
public record MetricResult(Type type, List<Series> series) {

    /** The shapes, named as in the API. */
    public enum Type {
        MATRIX,
        VECTOR,
        SCALAR;

        /** Returns the name that the API has for it. */
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One label set and its samples: one for a vector. */
    public record Series(Labels labels, List<Sample> samples) {}

    /**
     * One sample.
     *
     * @param time seconds since 1970 as JSON had it; of a scalar this is no time (Loki 3.6)
     * @param value a number as Go prints it: {@code 92}, {@code NaN}, {@code +Inf}
     */
    public record Sample(String time, String value) {}
}
