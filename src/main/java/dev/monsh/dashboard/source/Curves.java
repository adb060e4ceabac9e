package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.Curve;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Measure;
import dev.monsh.dashboard.state.Plot;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One group's numbers over a time: from Prometheus, what it logs from Loki. */
final class Curves {

    private static final String PREFIX = "namedprocess_namegroup_";
    private static final int POINTS = 240;

    private final Optional<MetricsSource> prometheus;
    private final Optional<LogSource> loki;

    Curves(Optional<MetricsSource> prometheus, Optional<LogSource> loki) {
        this.prometheus = prometheus;
        this.loki = loki;
    }

    /**
     * Reads a curve.
     *
     * @param target whose lines belong to the group
     */
    Curve read(Plot plot, LogTarget target, Instant now) {
        return plot.measure() == Measure.LINES ? lines(plot, target, now) : metric(plot, now);
    }

    private Curve metric(Plot plot, Instant now) {
        MetricsSource source = prometheus.orElseThrow(
                () -> new UnreachableException("Prometheus", "the box has none configured", "monsh config show"));
        Duration step = step(plot);
        QueryResult.Collector collector = new QueryResult.Collector();
        source.query(
                new Query.Range(expression(plot, step), now.minus(plot.span().length()), now, step), collector);
        List<QueryResult.Sample> samples = collector.result().series().stream()
                .findFirst()
                .map(QueryResult.Series::samples)
                .orElse(List.of());
        long[] millis = samples.stream().mapToLong(QueryResult.Sample::millis).toArray();
        double[] values = samples.stream()
                .mapToDouble(sample -> ScrapedGroups.number(sample.text()))
                .toArray();
        return new Curve(plot, millis, values, "Prometheus");
    }

    private static Duration step(Plot plot) {
        return Duration.ofSeconds(Math.max(1, plot.span().length().toSeconds() / POINTS));
    }

    private static String expression(Plot plot, Duration step) {
        String selector = "{groupname=" + quoted(plot.group());
        // a rate needs two scrapes, which are usually at most 15 s apart
        long window = Math.max(60, step.toSeconds() * 2);
        return switch (plot.measure()) {
            case CPU -> "100 * sum(rate(" + PREFIX + "cpu_seconds_total" + selector + "}[" + window + "s]))";
            case MEMORY -> "sum(" + PREFIX + "memory_bytes" + selector + ",memtype=\"resident\"})";
            case THREADS -> "sum(" + PREFIX + "num_threads" + selector + "})";
            case FILES -> "sum(" + PREFIX + "open_filedesc" + selector + "})";
            case LINES -> throw new IllegalArgumentException("log lines come from Loki");
        };
    }

    /** Writes a text as PromQL does: Go's rules for interpreted strings. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Loki answers a metric query at one time, so the lines of each span are asked for one after the other. */
    private Curve lines(Plot plot, LogTarget target, Instant now) {
        LogSource source = loki.orElseThrow(() -> new UnreachableException(
                "log lines over time", "they require Loki, and the box has none", "monsh config show"));
        if (!(target instanceof LogTarget.Labelled labelled)) {
            return new Curve(plot, new long[0], new double[0], "Loki");
        }
        int points = 30;
        long step = plot.span().length().toSeconds() / points;
        long[] millis = new long[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            Instant at = now.minusSeconds(step * (points - 1 - i));
            millis[i] = at.toEpochMilli();
            values[i] = count(source, LogLabels.selector(labelled.service()), step, at) * 60.0 / step;
        }
        return new Curve(plot, millis, values, "Loki");
    }

    private static double count(LogSource source, String selector, long seconds, Instant at) {
        MetricResult result =
                source.instant("sum(count_over_time(" + selector + "[" + seconds + "s]))", LogLabels.nanos(at));
        return result.series().stream()
                .flatMap(series -> series.samples().stream())
                .mapToDouble(sample -> ScrapedGroups.number(sample.value()))
                .sum();
    }
}
