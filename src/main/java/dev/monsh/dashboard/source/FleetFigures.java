package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.metrics.Alert;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a box's Prometheus knows of the whole box, in two requests. */
final class FleetFigures {

    private static final String PREFIX = "namedprocess_namegroup_";
    private static final String NAME = "figure";
    private static final String SCRAPED = "scraped";
    private static final String TARGETS = "targets";
    private static final String UP = "up";
    private static final String GROUPS = "groups";
    private static final String PROCESSES = "processes";
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";

    /** A box far away is asked once for all numbers, each under a label of its own. */
    private static final String ALL = all();

    private FleetFigures() {}

    private static String all() {
        Map<String, String> expressions = new LinkedHashMap<>();
        expressions.put(SCRAPED, "max(timestamp(up))");
        expressions.put(TARGETS, "count(up)");
        expressions.put(UP, "sum(up)");
        expressions.put(GROUPS, "count(" + PREFIX + "num_procs > 0)");
        expressions.put(PROCESSES, "sum(" + PREFIX + "num_procs)");
        expressions.put(CPU, "100 * sum(rate(" + PREFIX + "cpu_seconds_total[1m]))");
        expressions.put(MEMORY, "sum(" + PREFIX + "memory_bytes{memtype=\"resident\"})");
        StringBuilder joined = new StringBuilder();
        expressions.forEach((name, expression) -> joined.append(joined.isEmpty() ? "" : " or ")
                .append("label_replace(")
                .append(expression)
                .append(", \"" + NAME + "\", \"")
                .append(name)
                .append("\", \"\", \"\")"));
        return joined.toString();
    }

    /**
     * Asks for them.
     *
     * @throws dev.monsh.failure.MonshException where Prometheus does not answer, or not in time
     */
    static BoxRow.Figures read(MetricsSource prometheus) {
        QueryResult.Collector collector = new QueryResult.Collector();
        prometheus.query(new Query.Instantaneous(ALL, Optional.empty()), collector);
        Map<String, Double> numbers = new HashMap<>();
        for (QueryResult.Series series : collector.result().series()) {
            if (!series.samples().isEmpty()) {
                double value = ScrapedGroups.number(series.samples().getFirst().text());
                if (Double.isFinite(value)) {
                    numbers.put(series.labels().get(NAME), value);
                }
            }
        }
        return figures(numbers, prometheus.alerts());
    }

    private static BoxRow.Figures figures(Map<String, Double> numbers, List<Alert> alerts) {
        Optional<Instant> scraped = numbers.containsKey(SCRAPED)
                ? Optional.of(Instant.ofEpochMilli(Math.round(numbers.getOrDefault(SCRAPED, 0.0) * 1000)))
                : Optional.empty();
        return new BoxRow.Figures(
                scraped,
                whole(numbers, UP),
                whole(numbers, TARGETS),
                whole(numbers, GROUPS),
                whole(numbers, PROCESSES),
                numbers.containsKey(CPU) ? OptionalDouble.of(numbers.getOrDefault(CPU, 0.0)) : OptionalDouble.empty(),
                numbers.containsKey(MEMORY)
                        ? OptionalLong.of(Math.round(numbers.getOrDefault(MEMORY, 0.0)))
                        : OptionalLong.empty(),
                count(alerts, "firing"),
                count(alerts, "pending"));
    }

    private static int whole(Map<String, Double> numbers, String name) {
        return (int) Math.round(numbers.getOrDefault(name, 0.0));
    }

    private static int count(List<Alert> alerts, String state) {
        return (int)
                alerts.stream().filter(alert -> alert.state().equals(state)).count();
    }
}
