package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.QueryResult.Sample;
import dev.monsh.metrics.QueryResult.Series;
import dev.monsh.metrics.ResultType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for the views. */
public final class Answers {

    /** 2026-11-22T10:30:00Z. */
    public static final long START = 1_795_343_400_000L;

    private Answers() {}

    public static Labels labels(String... namesAndValues) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Labels.of(labels);
    }

    public static Series instant(String value, String... labels) {
        return new Series(labels(labels), List.of(new Sample.Value(START, value)));
    }

    public static QueryResult vector(Series... series) {
        return new QueryResult(ResultType.VECTOR, List.of(series));
    }

    /** Returns a matrix with a point a minute. */
    public static QueryResult matrix(Series... series) {
        return new QueryResult(ResultType.MATRIX, List.of(series));
    }

    public static Series minutes(String name, double... values) {
        return minutes(name, Arrays.stream(values).mapToObj(Double::toString).toArray(String[]::new));
    }

    /** Returns a series with a point a minute; an empty text is a missing sample. */
    public static Series minutes(String name, String... values) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                samples.add(new Sample.Value(START + i * 60_000L, values[i]));
            }
        }
        return new Series(labels("__name__", name), samples);
    }
}
