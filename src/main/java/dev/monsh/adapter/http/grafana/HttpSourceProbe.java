package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.box.Endpoint;
import dev.monsh.failure.RejectedException;
import dev.monsh.grafana.datasource.NewestLine;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.grafana.datasource.TailAnswer;
import dev.monsh.grafana.datasource.TargetCount;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailRequest;
import dev.monsh.logs.TimeRange;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a Prometheus or a Loki at an address: its own, or one of Grafana's proxy. */
public final class HttpSourceProbe implements SourceProbe {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final Duration PING = Duration.ofSeconds(5);
    /** The labels that a Loki of this stack has; any other will do. */
    private static final List<String> PREFERRED = List.of("service", "service_name", "job");

    private final HttpClients clients;
    private final Endpoint endpoint;
    private final Duration limit;
    private final InstantSource clock;

    /** Prepares for an address; {@code limit} is how long each question may take. */
    public HttpSourceProbe(HttpClients clients, Endpoint endpoint, Duration limit, InstantSource clock) {
        this.clients = clients;
        this.endpoint = endpoint;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String address() {
        return clients.open(endpoint, Optional.of(limit)).address();
    }

    @Override
    public TargetCount targets() {
        List<QueryResult.Series> series = series("up");
        long up = series.stream()
                .filter(each -> each.samples().getLast().text().equals("1"))
                .count();
        return new TargetCount((int) up, series.size());
    }

    private List<QueryResult.Series> series(String expression) {
        QueryResult.Collector collector = new QueryResult.Collector();
        new PrometheusSource(clients.open(endpoint, Optional.of(limit)))
                .query(new Query.Instantaneous(expression, Optional.empty()), collector);
        return collector.result().series();
    }

    @Override
    public Optional<String> metric(String expression) {
        return series(expression).stream()
                .findFirst()
                .map(each -> each.labels().selector() + " "
                        + each.samples().getLast().text());
    }

    @Override
    public Optional<NewestLine> newestLine() {
        LogSource loki = clients.loki(endpoint, Optional.of(limit));
        TimeRange range = lately();
        Optional<String> selector = selector(loki.labelNames(range));
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        LogAnswer answer = loki.page(new PageQuery(selector.get(), range, 1, Direction.BACKWARD));
        return switch (answer) {
            case LogAnswer.Lines lines ->
                lines.lines().stream()
                        .findFirst()
                        .map(line -> new NewestLine(
                                Instant.EPOCH.plusNanos(line.timestampNanos()),
                                line.labels().toString(),
                                line.line()));
            case LogAnswer.RangeTooLong(Duration _, String message) -> throw new RejectedException(address(), message);
            case LogAnswer.PageTooBig(int _, String message) -> throw new RejectedException(address(), message);
            case LogAnswer.Metric _ -> Optional.empty();
        };
    }

    private TimeRange lately() {
        Instant now = clock.instant();
        return new TimeRange(nanos(now.minus(LATELY)), nanos(now.plusSeconds(1)));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** A selector of all lines: Loki wants at least one matcher that an empty value does not satisfy. */
    private static Optional<String> selector(List<String> names) {
        return PREFERRED.stream()
                .filter(names::contains)
                .findFirst()
                .or(() -> names.stream().filter(each -> !each.startsWith("__")).findFirst())
                .map(name -> "{" + name + "=~\".+\"}");
    }

    @Override
    public TailAnswer tail() {
        LogSource loki = clients.loki(endpoint, Optional.of(limit));
        TailWatch watch = new TailWatch();
        TailRequest request = new TailRequest("{service=~\".+\"}", nanos(clock.instant()), PING);
        try (TailConnection _ = loki.tail(request, watch)) {
            return watch.await(limit);
        }
    }
}
