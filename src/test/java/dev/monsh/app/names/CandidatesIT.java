package dev.monsh.app.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.box.Endpoint;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Candidate;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.labels.Labels;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.ql.Selector;
import dev.monsh.testing.PlaceTable;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.SampleCommands;
import dev.monsh.testing.SingleLoki;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What completion offers at the cursor: the first ten candidates in their order, as a list shows them, with the real
 * Prometheus and a Loki that answers as a recorded one.
 */
@WithRealPrometheus
class CandidatesIT {

    private static final int SHOWN = 10;
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path folder;

    private final HttpClients clients = new HttpClients(Map.of(), secret -> "");
    private final RealPrometheus prometheus;

    CandidatesIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    private BackgroundNames background() {
        return new BackgroundNames(
                new NameStore(folder),
                InstantSource.system(),
                new BackgroundNames.Patience(Duration.ofSeconds(20), Duration.ofHours(1)));
    }

    @Test
    void promQlAgainstTheRealPrometheus() {
        PrometheusSource source =
                new PrometheusSource(clients.open(Endpoint.of(prometheus.url()), Optional.of(Duration.ofSeconds(10))));
        BackgroundNames background = background();
        Names all = new PrometheusNames(background, "p", () -> source);
        check("promql-candidates.txt", "query ", values(background, new StableNames(all)));
    }

    @Test
    void logQlAgainstARecordedLoki() {
        try (StandInLoki loki = StandInLoki.start()) {
            long now = System.currentTimeMillis() * 1_000_000;
            loki.push(now, stream("checkdoor", "error"), "{\"status\":500}");
            loki.push(now, stream("checkdoor", "info"), "{\"status\":200}");
            loki.push(now, stream("doorbell", "info"), "ring");
            loki.push(now, Labels.of(Map.of("filename", "/var/log/syslog", "host", "odk04")), "kernel");
            for (int i = 0; i < 40; i++) {
                loki.script("detected_fields", new StandInLoki.Canned(200, "application/json", """
                                {"fields":[
                                 {"label":"path","type":"string","cardinality":9,"parsers":["json"]},
                                 {"label":"status","type":"int","cardinality":2,"parsers":["json"]},
                                 {"label":"took","type":"duration","cardinality":50,"parsers":["json"]}]}"""));
            }
            BackgroundNames background = background();
            SingleLoki places = new SingleLoki(clients.loki(Endpoint.of(loki.url()), Optional.empty()));
            check(
                    "logql-candidates.txt",
                    "logs ",
                    values(
                            background,
                            new LokiNames(background, "l", places, GlobalOptions.NONE, InstantSource.system())));
        }
    }

    private static Labels stream(String service, String level) {
        return Labels.of(Map.of("service", service, "level", level, "filename", "/var/log/" + service + ".log"));
    }

    private void check(String table, String command, ValueSource values) {
        Completer completer =
                new Completer(SampleCommands.tree(), values, new Languages(PromQl::new, LogQl::new), NOON);
        List<PlaceTable.Row> rows = PlaceTable.rows(CandidatesIT.class, table);
        String actual = rows.stream()
                .map(row -> line(row, first(completer, command, row)))
                .collect(Collectors.joining("\n"));
        assertThat(actual)
                .isEqualTo(rows.stream().map(row -> line(row, row.expected())).collect(Collectors.joining("\n")));
    }

    private static String line(PlaceTable.Row row, String candidates) {
        return String.format("%-60s => %s", row, candidates).stripTrailing();
    }

    private String first(Completer completer, String command, PlaceTable.Row row) {
        return completer
                .complete(command + row.text(), command.length() + row.cursor(), GlobalOptions.NONE)
                .candidates()
                .stream()
                .limit(SHOWN)
                .map(Candidate::text)
                .map(String::strip)
                .map(text -> text.replace(prometheus.address(), "HOST").replace(prometheus.fakeAddress(), "FAKE"))
                .collect(Collectors.joining(" · "));
    }

    /** Names without Prometheus's metrics of itself, which differ between versions. */
    private record StableNames(Names all) implements Names {
        @Override
        public List<Name> metrics() {
            return all.metrics().stream()
                    .filter(name -> !name.text().matches("(go|prom|net|process|scrape).*"))
                    .toList();
        }

        @Override
        public List<Name> labels(Selector selector) {
            return all.labels(selector);
        }

        @Override
        public List<Name> values(String label, Selector selector) {
            return all.values(label, selector);
        }
    }

    private static ValueSource values(BackgroundNames background, Names names) {
        return new ValueSource() {
            @Override
            public void begin() {
                background.begin();
            }

            @Override
            public Names metricNames(GlobalOptions options) {
                return names;
            }

            @Override
            public Names logNames(GlobalOptions options) {
                return names;
            }

            @Override
            public List<String> boxes(GlobalOptions options) {
                return List.of();
            }

            @Override
            public List<String> files(String prefix, boolean foldersOnly) {
                return List.of();
            }
        };
    }
}
