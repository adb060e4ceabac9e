package dev.monsh.testing;

import dev.monsh.failure.MonshException;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.Alert;
import dev.monsh.metrics.Answered;
import dev.monsh.metrics.Cardinality;
import dev.monsh.metrics.MetricMetadata;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.metrics.Rule;
import dev.monsh.metrics.ScrapeTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A Prometheus that has one answer, and remembers what it was asked. */
public final class FakeMetricsSource implements MetricsSource {

    private final List<Query> asked = new ArrayList<>();
    private Consumer<ResultHandler> answer = handler -> handler.begin(ResultType.VECTOR);
    private String data = "{\"resultType\":\"vector\",\"result\":[]}";
    private Notices notices = new Notices(List.of(), List.of());
    private Optional<MonshException> failure = Optional.empty();

    /** Answers every query so. */
    public FakeMetricsSource answering(Consumer<ResultHandler> result) {
        this.answer = result;
        return this;
    }

    /** Answers every query for the data object so. */
    public FakeMetricsSource answeringData(String json) {
        this.data = json;
        return this;
    }

    public FakeMetricsSource saying(List<String> warnings, List<String> infos) {
        this.notices = new Notices(warnings, infos);
        return this;
    }

    /** Fails from now on, after it has handed its answer on. */
    public FakeMetricsSource failing(MonshException with) {
        this.failure = Optional.of(with);
        return this;
    }

    public List<Query> asked() {
        return asked;
    }

    /** Returns an answer with one sample a series: labels and value in turn. */
    public static Consumer<ResultHandler> vector(long millis, Object... labelsAndValues) {
        return handler -> {
            handler.begin(ResultType.VECTOR);
            for (int i = 0; i < labelsAndValues.length; i += 2) {
                handler.series((Labels) labelsAndValues[i]);
                handler.sample(millis, (String) labelsAndValues[i + 1]);
                handler.endOfSeries();
            }
        };
    }

    @Override
    public Answered query(Query query, ResultHandler handler) {
        asked.add(query);
        answer.accept(handler);
        QueryResult.Collector collector = new QueryResult.Collector();
        answer.accept(collector);
        return told(collector.result().series().isEmpty());
    }

    @Override
    public Answered copyData(Query query, OutputStream out) {
        asked.add(query);
        try {
            out.write(data.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told(data.contains("\"result\":[]"));
    }

    private Answered told(boolean empty) {
        failure.ifPresent(e -> {
            throw e;
        });
        return new Answered(empty, notices);
    }

    @Override
    public List<String> labelNames(List<String> selectors) {
        return List.of("instance", "job");
    }

    @Override
    public List<String> labelValues(String label, List<String> selectors) {
        return List.of("up");
    }

    @Override
    public void series(List<String> selectors, Consumer<Labels> handler) {}

    @Override
    public Map<String, MetricMetadata> metadata() {
        return Map.of();
    }

    @Override
    public List<ScrapeTarget> targets() {
        return List.of();
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<Alert> alerts() {
        return List.of();
    }

    @Override
    public Cardinality cardinality() {
        return new Cardinality(0, 0, List.of());
    }
}
