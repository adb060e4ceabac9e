package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.QueryResult.Sample;
import dev.monsh.metrics.QueryResult.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** A series as numbers. Histograms have none and are left out. */
final class PlottedSeries {

    private final Labels labels;
    private final long[] times;
    private final double[] values;

    private PlottedSeries(Labels labels, long[] times, double[] values) {
        this.labels = labels;
        this.times = times;
        this.values = values;
    }

    static List<PlottedSeries> of(QueryResult result) {
        return result.series().stream().map(PlottedSeries::of).toList();
    }

    private static PlottedSeries of(Series series) {
        List<Sample> samples =
                series.samples().stream().filter(Sample.Value.class::isInstance).toList();
        return new PlottedSeries(
                series.labels(),
                samples.stream().mapToLong(Sample::millis).toArray(),
                samples.stream().mapToDouble(sample -> number(sample.text())).toArray());
    }

    /** Returns a sample's value as a number; the API writes infinities as Go does. */
    static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    /** The result of a string expression is no number, and so nothing to draw. */
    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    Labels labels() {
        return labels;
    }

    int size() {
        return times.length;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    /** Returns how many samples are finite numbers. */
    long count() {
        return finite().count();
    }

    /** Returns how many samples are none, and so are not drawn. */
    long leftOut() {
        return values.length - count();
    }

    double least() {
        return finite().min().orElse(Double.POSITIVE_INFINITY);
    }

    double most() {
        return finite().max().orElse(Double.NEGATIVE_INFINITY);
    }

    double last() {
        return finite().reduce((before, after) -> after).orElse(Double.NaN);
    }

    /** Returns when the last finite number was taken, in milliseconds since 1970. */
    long lastTime() {
        int last = times.length - 1;
        while (last >= 0 && !Double.isFinite(values[last])) {
            last--;
        }
        return last < 0 ? 0 : times[last];
    }

    long start() {
        return times.length == 0 ? Long.MAX_VALUE : times[0];
    }

    long end() {
        return times.length == 0 ? Long.MIN_VALUE : times[times.length - 1];
    }

    /** Tells whether samples are missing before one: its distance is more than the usual one and a half times. */
    boolean gapBefore(int i) {
        if (i == 0 || times.length < 3) {
            return i == 0;
        }
        long usual = Long.MAX_VALUE;
        for (int k = 1; k < Math.min(times.length, 16); k++) {
            usual = Math.min(usual, times[k] - times[k - 1]);
        }
        return times[i] - times[i - 1] > usual * 3 / 2;
    }

    private DoubleStream finite() {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
