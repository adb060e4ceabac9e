package dev.monsh.metrics;

import dev.monsh.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/** An answer that stands whole in memory: for tables, plots and everything else that needs all of it at once. */
public record QueryResult(ResultType type, List<Series> series) {

    public QueryResult {
        series = List.copyOf(series);
    }

    /** One series with its samples in the order of time. */
    public record Series(Labels labels, List<Sample> samples) {

        public Series {
            samples = List.copyOf(samples);
        }
    }

    /** A value at a point in time. */
    public sealed interface Sample {

        /** Returns the Unix time in milliseconds. */
        long millis();

        /** Returns the value as text: the string that came, or a histogram on one line. */
        String text();

        /** A float; the string that came. */
        record Value(long millis, String text) implements Sample {}

        /** A native histogram. */
        record Histogram(long millis, NativeHistogram histogram) implements Sample {
            @Override
            public String text() {
                return histogram.text();
            }
        }
    }

    /** Builds a result from a stream. */
    public static final class Collector implements ResultHandler {
        private ResultType type = ResultType.VECTOR;
        private final List<Series> series = new ArrayList<>();
        private Labels labels = Labels.none();
        private List<Sample> samples = new ArrayList<>();

        @Override
        public void begin(ResultType resultType) {
            type = resultType;
        }

        @Override
        public void series(Labels seriesLabels) {
            labels = seriesLabels;
            samples = new ArrayList<>();
        }

        @Override
        public void sample(long millis, String value) {
            samples.add(new Sample.Value(millis, value));
        }

        @Override
        public void histogram(long millis, NativeHistogram histogram) {
            samples.add(new Sample.Histogram(millis, histogram));
        }

        @Override
        public void endOfSeries() {
            series.add(new Series(labels, samples));
        }

        public QueryResult result() {
            return new QueryResult(type, series);
        }
    }
}
