package dev.monsh.app.names;

import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.ql.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The metrics, labels and values of a Prometheus. */
final class PrometheusNames implements Names {

    static final String METRICS = "metrics";
    private static final String ALL_LABELS = "labels ";

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
        List<Name> names =
                background.names(server, METRICS, () -> plain(source.get().labelValues(Labels.NAME, List.of())));
        List<Name> described = background.names(
                server,
                "metadata",
                () -> source.get().metadata().entrySet().stream()
                        .map(entry -> new Name(
                                entry.getKey(),
                                entry.getValue().type(),
                                entry.getValue().help()))
                        .toList());
        Map<String, Name> metadata = new HashMap<>();
        described.forEach(name -> metadata.put(name.text(), name));
        return names.stream().map(name -> described(name, metadata)).toList();
    }

    /** Series of histograms and counters have endings that the metadata lacks (prometheus.io, "Metric types"). */
    private static Name described(Name name, Map<String, Name> metadata) {
        Name found = metadata.get(name.text());
        if (found == null) {
            found = metadata.get(name.text().replaceFirst("_(bucket|sum|count|total)$", ""));
        }
        return found == null ? name : new Name(name.text(), found.kind(), found.help());
    }

    @Override
    public List<Name> labels(Selector selector) {
        return background.names(
                server, ALL_LABELS + shown(selector), () -> plain(source.get().labelNames(selectors(selector))));
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
        return isKnown(background.known(server, METRICS), metric);
    }

    @Override
    public boolean knowsLabel(String label) {
        return isKnown(background.known(server, ALL_LABELS), label);
    }

    /** Nothing is said against a name while none are known. */
    static boolean isKnown(List<Name> known, String name) {
        return known.isEmpty() || known.stream().anyMatch(each -> each.text().equals(name));
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
