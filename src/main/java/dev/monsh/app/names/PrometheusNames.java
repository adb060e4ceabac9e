package dev.monsh.app.names;

import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.failure.MonshException;
import dev.monsh.metrics.Labels;
import dev.monsh.metrics.MetricMetadata;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.ql.Selector;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The metrics, labels and values of a Prometheus. */
final class PrometheusNames implements Names {

    private static final String METRICS = "metrics";

    private final BackgroundNames background;
    private final String server;
    private final Supplier<MetricsSource> source;

    PrometheusNames(BackgroundNames background, String server, Supplier<MetricsSource> source) {
        this.background = background;
        this.server = server;
        this.source = source;
    }

    @Override
    public List<Name> metrics() {
        return background.names(server, METRICS, () -> {
            MetricsSource prometheus = source.get();
            List<String> names = prometheus.labelValues(Labels.NAME, List.of());
            Map<String, MetricMetadata> metadata = metadata(prometheus);
            return names.stream().map(name -> described(name, metadata)).toList();
        });
    }

    /** Type and help are a help, and a server without them still has names. */
    private static Map<String, MetricMetadata> metadata(MetricsSource prometheus) {
        try {
            return prometheus.metadata();
        } catch (MonshException e) {
            return Map.of();
        }
    }

    /** Series of histograms and counters have endings that the metadata lacks (prometheus.io, "Metric types"). */
    private static Name described(String name, Map<String, MetricMetadata> metadata) {
        MetricMetadata found = metadata.get(name);
        if (found == null) {
            found = metadata.get(name.replaceFirst("_(bucket|sum|count|total)$", ""));
        }
        return found == null ? Name.of(name) : new Name(name, found.type(), found.help());
    }

    @Override
    public List<Name> labels(Selector selector) {
        return background.names(
                server, "labels " + shown(selector), () -> plain(source.get().labelNames(selectors(selector))));
    }

    @Override
    public List<Name> values(String label, Selector selector) {
        return background.names(
                server,
                "values " + label + " " + shown(selector),
                () -> plain(source.get().labelValues(label, selectors(selector))));
    }

    @Override
    public boolean knows(String metric) {
        List<Name> known = background.known(server, METRICS);
        return known.isEmpty() || known.stream().anyMatch(name -> name.text().equals(metric));
    }

    private static String shown(Selector selector) {
        return selector.isEmpty() ? "" : selector.toString();
    }

    private static List<String> selectors(Selector selector) {
        // Prometheus refuses a selector that every series without the label would fit
        boolean narrows = !selector.metric().isEmpty()
                || selector.matchers().stream()
                        .anyMatch(matcher -> !matcher.operator().startsWith("!")
                                && !matcher.value().isEmpty()
                                && !matcher.value().endsWith("*"));
        return narrows ? List.of(selector.toString()) : List.of();
    }

    static List<Name> plain(List<String> names) {
        return names.stream().map(Name::of).toList();
    }
}
