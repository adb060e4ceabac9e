package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.History;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The groups of a box that is elsewhere, as its Prometheus has them from process-exporter. */
final class ScrapedGroups {

    private static final String PREFIX = "namedprocess_namegroup_";
    private static final String GROUP = "groupname";

    private static final String NUMBERS = "{__name__=~\"" + PREFIX
            + "(num_procs|num_threads|open_filedesc|worst_fd_ratio|oldest_start_time_seconds)\"}";
    private static final String MEMORY = PREFIX + "memory_bytes{memtype=\"resident\"}";
    private static final String CPU = "100 * sum by (groupname) (rate(" + PREFIX + "cpu_seconds_total[1m]))";
    private static final String RESTARTS =
            "sum by (groupname) (changes(" + PREFIX + "oldest_start_time_seconds[1d])) > 0";

    private final MetricsSource prometheus;

    ScrapedGroups(MetricsSource prometheus) {
        this.prometheus = prometheus;
    }

    /** Reads all groups. */
    List<GroupReading> read() {
        Map<String, Map<String, Double>> numbers = new TreeMap<>();
        collect(NUMBERS, "", numbers);
        collect(MEMORY, "memory", numbers);
        collect(CPU, "cpu", numbers);
        collect(RESTARTS, "restarts", numbers);
        List<GroupReading> groups = new ArrayList<>();
        numbers.forEach((name, of) -> groups.add(reading(name, of)));
        return groups;
    }

    /** Reads the processor time of each group over the last minutes. */
    Map<String, History> histories(Instant now) {
        Map<String, History> histories = new HashMap<>();
        Query query = new Query.Range(CPU, now.minus(Duration.ofMinutes(5)), now, Duration.ofSeconds(5));
        for (QueryResult.Series series : ask(query)) {
            History history = History.empty();
            for (QueryResult.Sample sample : series.samples()) {
                history = history.with(sample.millis(), number(sample.text()));
            }
            histories.put(series.labels().get(GROUP), history);
        }
        return histories;
    }

    private void collect(String expression, String key, Map<String, Map<String, Double>> numbers) {
        for (QueryResult.Series series : ask(new Query.Instantaneous(expression, Optional.empty()))) {
            String name = key.isEmpty() ? series.labels().get("__name__").replace(PREFIX, "") : key;
            double value = series.samples().isEmpty()
                    ? Double.NaN
                    : number(series.samples().getFirst().text());
            if (Double.isFinite(value)) {
                numbers.computeIfAbsent(series.labels().get(GROUP), _ -> new HashMap<>())
                        .merge(name, value, Double::sum);
            }
        }
    }

    private List<QueryResult.Series> ask(Query query) {
        QueryResult.Collector collector = new QueryResult.Collector();
        prometheus.query(query, collector);
        return collector.result().series();
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text.replace("Inf", "Infinity"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static GroupReading reading(String name, Map<String, Double> of) {
        return new GroupReading(
                name,
                (int) Math.round(of.getOrDefault("num_procs", 0.0)),
                decimal(of, "cpu"),
                of.containsKey("memory")
                        ? OptionalLong.of(Math.round(of.getOrDefault("memory", 0.0)))
                        : OptionalLong.empty(),
                whole(of, "num_threads"),
                whole(of, "open_filedesc"),
                decimal(of, "worst_fd_ratio"),
                decimal(of, "oldest_start_time_seconds").stream()
                        .filter(seconds -> seconds > 0)
                        .mapToObj(seconds -> Instant.ofEpochSecond((long) seconds))
                        .findFirst(),
                whole(of, "restarts").orElse(0),
                List.of(),
                List.of(),
                true);
    }

    private static OptionalDouble decimal(Map<String, Double> of, String name) {
        return of.containsKey(name) ? OptionalDouble.of(of.getOrDefault(name, 0.0)) : OptionalDouble.empty();
    }

    private static OptionalInt whole(Map<String, Double> of, String name) {
        return of.containsKey(name)
                ? OptionalInt.of((int) Math.round(of.getOrDefault(name, 0.0)))
                : OptionalInt.empty();
    }
}
