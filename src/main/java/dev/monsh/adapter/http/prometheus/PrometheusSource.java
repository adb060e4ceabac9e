package dev.monsh.adapter.http.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.DataCopier;
import dev.monsh.adapter.http.client.Envelope;
import dev.monsh.adapter.http.client.ServerClient;
import dev.monsh.adapter.http.client.ServerClient.Parameter;
import dev.monsh.failure.RejectedException;
import dev.monsh.json.JsonTree;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.Alert;
import dev.monsh.metrics.Answered;
import dev.monsh.metrics.Cardinality;
import dev.monsh.metrics.MetricMetadata;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.Rule;
import dev.monsh.metrics.ScrapeTarget;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Prometheus's HTTP API, version 1 (prometheus.io, "HTTP API"). */
public final class PrometheusSource implements MetricsSource {

    private static final String API = "api/v1/";

    private final ServerClient client;

    public PrometheusSource(ServerClient client) {
        this.client = client;
    }

    @Override
    public Answered query(Query query, ResultHandler handler) {
        QueryDataReader reader = new QueryDataReader(handler);
        Notices notices = ask(query, reader);
        return new Answered(reader.sawNoSeries(), notices);
    }

    @Override
    public Answered copyData(Query query, OutputStream out) {
        DataCopier copier = new DataCopier(out);
        Notices notices = ask(query, copier);
        return new Answered(copier.sawEmptyResult(), notices);
    }

    private Notices ask(Query query, Envelope.DataReader reader) {
        List<Parameter> form = new ArrayList<>();
        form.add(new Parameter("query", query.expression()));
        client.timeout().ifPresent(limit -> form.add(new Parameter("timeout", limit.toMillis() + "ms")));
        // no switch over the types: linking one takes longer than the whole call
        String path = query instanceof Query.Range range ? range(range, form) : instant(query, form);
        try {
            return client.post(API + path, form, body -> Envelope.read(body, client.address(), reader));
        } catch (RejectedException e) {
            throw QueryFault.pointedAt(e, query.expression());
        }
    }

    private static String instant(Query query, List<Parameter> form) {
        if (query instanceof Query.Instantaneous instantaneous) {
            instantaneous.time().ifPresent(at -> form.add(new Parameter("time", seconds(at))));
        }
        return "query";
    }

    private static String range(Query.Range range, List<Parameter> form) {
        form.add(new Parameter("start", seconds(range.start())));
        form.add(new Parameter("end", seconds(range.end())));
        form.add(new Parameter("step", range.step().toMillis() + "ms"));
        return "query_range";
    }

    @Override
    public List<String> labelNames(List<String> selectors) {
        return strings("labels", matches(selectors));
    }

    @Override
    public List<String> labelValues(String label, List<String> selectors) {
        return strings("label/" + LabelPath.encode(label) + "/values", matches(selectors));
    }

    @Override
    public void series(List<String> selectors, Consumer<Labels> handler) {
        client.post(
                API + "series",
                matches(selectors),
                body -> Envelope.read(body, client.address(), parser -> {
                    Envelope.expect(parser, JsonToken.START_ARRAY, "data");
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        handler.accept(QueryDataReader.labels(parser));
                    }
                    Envelope.expect(parser, JsonToken.END_ARRAY, "data");
                }));
    }

    @Override
    public Map<String, MetricMetadata> metadata() {
        Map<String, MetricMetadata> metadata = new TreeMap<>();
        for (var metric : tree("metadata").members().entrySet()) {
            // a metric scraped from several servers may have several texts; they rarely differ
            metric.getValue().elements().stream()
                    .findFirst()
                    .ifPresent(first -> metadata.put(
                            metric.getKey(),
                            new MetricMetadata(first.text("type"), first.text("help"), first.text("unit"))));
        }
        return metadata;
    }

    @Override
    public List<ScrapeTarget> targets() {
        return tree("targets").get("activeTargets").elements().stream()
                .map(target -> new ScrapeTarget(
                        target.get("labels").text("job"),
                        target.get("labels").text("instance"),
                        target.text("health"),
                        target.text("scrapeUrl"),
                        target.text("lastScrape"),
                        target.text("lastScrapeDuration"),
                        target.text("lastError"),
                        Labels.of(target.get("labels").textByName())))
                .toList();
    }

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (JsonTree group : tree("rules").get("groups").elements()) {
            for (JsonTree rule : group.get("rules").elements()) {
                rules.add(new Rule(
                        group.text("name"),
                        group.text("file"),
                        rule.text("type"),
                        rule.text("name"),
                        rule.text("query"),
                        rule.text("health"),
                        rule.text("state"),
                        rule.text("lastError")));
            }
        }
        return rules;
    }

    @Override
    public List<Alert> alerts() {
        return tree("alerts").get("alerts").elements().stream()
                .map(alert -> new Alert(
                        alert.get("labels").text("alertname"),
                        alert.text("state"),
                        alert.text("activeAt"),
                        alert.text("value"),
                        Labels.of(alert.get("labels").textByName()),
                        Labels.of(alert.get("annotations").textByName())))
                .toList();
    }

    @Override
    public Cardinality cardinality() {
        try {
            return cardinality(tree("status/tsdb"));
        } catch (NumberFormatException e) {
            throw new RejectedException(client.address(), "a count is not a number", null, e);
        }
    }

    private static Cardinality cardinality(JsonTree status) {
        return new Cardinality(
                status.get("headStats").number("numSeries"),
                status.get("headStats").number("chunkCount"),
                List.of(
                        ranking(status, "series by metric", "seriesCountByMetricName"),
                        ranking(status, "values by label", "labelValueCountByLabelName"),
                        ranking(status, "memory by label", "memoryInBytesByLabelName"),
                        ranking(status, "series by label pair", "seriesCountByLabelValuePair")));
    }

    private static Cardinality.Ranking ranking(JsonTree status, String subject, String name) {
        return new Cardinality.Ranking(
                subject,
                status.get(name).elements().stream()
                        .map(count -> new Cardinality.Count(count.text("name"), count.number("value")))
                        .toList());
    }

    private JsonTree tree(String path) {
        AtomicReference<JsonTree> tree = new AtomicReference<>(JsonTree.EMPTY);
        client.get(
                API + path,
                List.of(),
                body -> Envelope.read(body, client.address(), parser -> {
                    Envelope.expect(parser, JsonToken.START_OBJECT, "data");
                    tree.set(JsonTree.read(parser));
                }));
        return tree.get();
    }

    private List<String> strings(String path, List<Parameter> query) {
        List<String> strings = new ArrayList<>();
        client.get(
                API + path,
                query,
                body -> Envelope.read(body, client.address(), (JsonParser parser) -> {
                    Envelope.expect(parser, JsonToken.START_ARRAY, "data");
                    Envelope.strings(parser, strings);
                }));
        return strings;
    }

    private static List<Parameter> matches(List<String> selectors) {
        return selectors.stream()
                .map(selector -> new Parameter("match[]", selector))
                .toList();
    }

    /** Returns Unix seconds in decimal, as exact as the server keeps them. */
    private static String seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
    }
}
