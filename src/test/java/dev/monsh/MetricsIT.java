package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FakeMetrics;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.JsonText;
import dev.monsh.testing.Launched;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code metrics …} against the real server, in every form. */
@WithRealPrometheus
class MetricsIT {

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private Launched monsh;

    MetricsIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(prometheus.url()).with("COLUMNS", "200");
    }

    private Ended run(String... words) {
        Ended ended = monsh.run(words);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return ended;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics quirk              | metric,type,help                             | quirk",
                "metrics labels             | label                                        | groupname",
                "metrics labels alertname   | alertname                                    | TargetDown",
                "metrics series up          | series                                       | nobody",
                "metrics targets            | job,instance,health,last scrape,took,error   | fake",
                "metrics rules              | group,type,name,health,state,query,error     | job:up:sum",
                "metrics alerts             | alert,state,active since,value,labels        | NotYet",
                "metrics cardinality        | what,name,count                              | total"
            })
    void everyListHasItsForms(String call, String header, String shown) {
        String[] names = header.split(",");
        List<List<String>> answers = answers(
                call + " -o table", call, call + " -o tsv", call + " -o csv", call + " -o json", call + " -o jsonl");

        assertThat(answers.get(0).getFirst().strip().split("  +")).isSubsetOf(names);
        for (List<String> tsv : answers.subList(1, 3)) {
            assertThat(tsv).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSameSizeAs(names));
        }
        assertThat(answers.get(3).getFirst()).isEqualTo(header);
        assertThat(answers.get(3)).hasSize(answers.get(1).size() + 1);
        assertThat(answers.get(4)).singleElement().asString().startsWith("[").satisfies(JsonText::canonical);
        assertThat(answers.get(5)).hasSameSizeAs(answers.get(1)).allSatisfy(JsonText::canonical);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(String.join("\n", answer)).contains(shown));
    }

    /** Returns the lines that each call wrote, all of them run by one script. */
    private List<List<String>> answers(String... calls) {
        String separator = "----";
        Ended ended = monsh.reading(String.join("\nquery -o raw '\"" + separator + "\"'\n", calls))
                .run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return Stream.of(ended.out().split(separator + "\n"))
                .map(text -> text.lines().toList())
                .toList();
    }

    @Test
    void aPatternIsLookedForAnywhereInTheName() {
        assertThat(run("metrics", "^namedprocess.*_NUM_procs$").out())
                .startsWith("namedprocess_namegroup_num_procs\tgauge\t");
        Ended nothing = monsh.run("metrics", "no such metric");
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).isEmpty();
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(run("metrics", "--match", "{job=\"fake\"}", "^[qt]").lines())
                .containsExactly("quirk\tgauge\tWhat labels can hold.", "tiny\tgauge\t");
    }

    @Test
    void theNamesOfLabelsAndTheirValuesCanBeNarrowed() {
        assertThat(run("metrics", "labels", "--match", "quirk").lines())
                .containsExactly("__name__", "instance", "job", "kind");
        assertThat(run("metrics", "labels", "job").lines())
                .containsExactly("fake", "native", "nobody", "process-exporter", "prometheus");
        assertThat(run("metrics", "labels", "job", "--match", "quirk", "--match", "latency")
                        .lines())
                .containsExactly("fake", "native");
        assertThat(run("metrics", "labels", "nothing").out()).isEmpty();
    }

    @Test
    void everyByteOfALabelComesBackInJson() {
        String json = run("metrics", "labels", "kind", "-o", "json").out();

        assertThat(JsonText.canonical(json)).isEqualTo(JsonText.canonical(prometheus.values("kind")));
        assertThat(json).doesNotContain("\u001b", "\u009b");
    }

    @Test
    void aRowIsALineWhateverItsCellsHold() {
        List<String> rows = run("metrics", "labels", "kind").lines();

        assertThat(rows).hasSameSizeAs(FakeMetrics.KINDS).contains("line\\nfeed", "a\\ttab", "back\\\\slash", "ä€日本🙂");
    }

    @Test
    void severalSelectorsGiveTheSeriesOfEach() {
        assertThat(run("metrics", "series", "tiny", "{__name__=~\"exact|endless\"}")
                        .lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("tiny{"),
                        line -> assertThat(line).startsWith("exact{"),
                        line -> assertThat(line).startsWith("endless{"));
    }

    @Test
    void targetsRulesAndAlertsTellTheState() {
        assertThat(run("metrics", "targets").lines())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("nobody\t127.0.0.1:1\tdown\t")
                        .contains("connection refused"));
        assertThat(run("metrics", "rules").lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).isEqualTo("sample\talerting\tTargetDown\tok\tfiring\tup == 0\t"));
        assertThat(run("metrics", "alerts").lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("TargetDown\tfiring\t")
                        .contains("severity=\"page\"", "instance=\"127.0.0.1:1\""));
        assertThat(run("metrics", "alerts", "-o", "json").out()).contains("127.0.0.1:1 is down");
    }

    @Test
    void aServersLocalTimesAreShownInUtc() {
        String answer = "{\"status\":\"success\",\"data\":{\"activeTargets\":[{\"labels\":{\"job\":\"a\"},"
                + "\"health\":\"up\",\"lastScrape\":\"2026-11-22T12:30:00.5+02:00\",\"lastScrapeDuration\":0.01}]}}";
        try (FaultyServer server = FaultyServer.that(FaultyServer.answeringJson(answer))) {
            assertThat(monsh.asking(server.url()).run("metrics", "targets").out())
                    .isEqualTo("a\t\tup\t2026-11-22T10:30:00.500Z\t0.01\t\n");
        }
    }

    @Test
    void aBadSelectorIsTheServersRejection() {
        Ended ended = monsh.run("metrics", "series", "up{");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).contains("parse error");
    }
}
