package dev.monsh.metrics;

import dev.monsh.labels.Labels;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Where metrics come from: Prometheus's HTTP API, version 1. Every call fails with a {@link
 * dev.monsh.failure.MonshException} that names the address.
 */
public interface MetricsSource {

    /** Runs a query and hands its answer on as it is read. */
    Answered query(Query query, ResultHandler handler);

    /** Runs a query and copies the answer's {@code data} object, its numbers and strings as they came. */
    Answered copyData(Query query, OutputStream out);

    /** Returns the names of labels, of all series or of those that a selector takes. */
    List<String> labelNames(List<String> selectors);

    /** Returns the values of a label, of all series or of those that a selector takes. */
    List<String> labelValues(String label, List<String> selectors);

    /** Returns the series of the last hour that any of the selectors takes; hands each on as it is read. */
    void series(List<String> selectors, java.util.function.Consumer<Labels> handler);

    /** Returns type and help of metrics by name. */
    Map<String, MetricMetadata> metadata();

    List<ScrapeTarget> targets();

    List<Rule> rules();

    List<Alert> alerts();

    /** Returns what fills the server's head block: its most numerous names, label pairs and labels. */
    Cardinality cardinality();
}
