package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.Recorded;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.StandInLoki.Canned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and numbers of a Loki as the program prints them, from outside. */
class LogsIT {

    private static final String ALL = "{job=\"x\"}";
    private static final Labels ONE = Labels.of(Map.of("job", "x", "service", "one"));
    private static final Labels TWO = Labels.of(Map.of("job", "x", "service", "two"));

    @TempDir
    private Path folder;

    private final StandInLoki loki = StandInLoki.start();
    private final long now = Instant.now().getEpochSecond() * 1_000_000_000L;
    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).with("MONSH_LOKI_URL", loki.url());
    }

    @AfterEach
    void stop() {
        loki.close();
    }

    /** Adds a line that is so many seconds old. */
    private void line(long secondsAgo, Labels labels, String text) {
        loki.store().add(now - secondsAgo * 1_000_000_000L, labels, text);
    }

    private String time(long secondsAgo) {
        return Instant.ofEpochSecond(now / 1_000_000_000L - secondsAgo)
                .toString()
                .replace("Z", ".000000000Z");
    }

    private static Ended done(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isZero();
        return ended;
    }

    @Test
    void theNewestLinesComeOldestFirstInEveryForm() {
        line(30, ONE, "a\tb");
        line(20, TWO, "é\u001b[31m");
        line(10, ONE, "last");
        String one =
                "{\"timestamp\":\"" + time(10) + "\",\"labels\":{\"job\":\"x\",\"service\":\"one\"},\"line\":\"last\"}";

        assertThat(done(monsh.run("logs", ALL)).out())
                .isEqualTo(time(30) + "\t{job=\"x\", service=\"one\"}\ta\\tb\n" + time(20)
                        + "\t{job=\"x\", service=\"two\"}\té\u001b[31m\n" + time(10)
                        + "\t{job=\"x\", service=\"one\"}\tlast\n");
        assertThat(done(monsh.run("logs", ALL, "--limit", "1", "-o", "jsonl")).out())
                .isEqualTo(one + "\n");
        assertThat(done(monsh.run("logs", ALL, "--limit", "1", "-o", "json")).out())
                .isEqualTo("[" + one + "]\n");
        assertThat(done(monsh.run("logs", ALL, "-o", "raw", "--newest-first")).out())
                .isEqualTo("last\né\u001b[31m\na\tb\n");
        assertThat(done(monsh.run("logs", ALL, "-o", "csv", "--limit=1", "--tz", "+02:00"))
                        .out())
                .startsWith("timestamp,labels,line\n")
                .contains("+02:00,\"{job=\"\"x\"\", service=\"\"one\"\"}\",last\n");
        assertThat(done(monsh.run("logs", ALL, "-o", "table")).out()).contains("{service=\"two\"} ", " last\n");
    }

    @Test
    void onATerminalCommonLabelsStandOnceAndNothingIsLive() {
        line(20, ONE, "\u001b[2Jevil\r\u0007");
        line(10, TWO, "日本");
        try (PseudoTerminal terminal = PseudoTerminal.open(monsh.with("NO_COLOR", "1"), 100, 24, "logs", ALL)) {
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.awaitText("日本"))
                    .contains("common labels: {job=\"x\"}")
                    .anyMatch(shown -> shown.endsWith("{service=\"one\"} \\e[2Jevil\\r\\x07"))
                    .anyMatch(shown -> shown.endsWith("{service=\"two\"} 日本"));
            assertThat(terminal.written()).doesNotContain("\u001b[2J", "\u0007");
        }
    }

    @Test
    void moreLinesThanAPageHoldsComeAllOnceAndInOrder() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            // several on one timestamp, across the pages' borders too
            loki.store().add(now - 60_000_000_000L + i / 7, i / 7 % 3 == 0 ? ONE : TWO, "line " + i);
            expected.add("line " + i);
        }

        assertThat(done(monsh.run("logs", ALL, "--limit", "0", "-o", "raw")).lines())
                .isEqualTo(expected);
        assertThat(done(monsh.run("logs", ALL, "--limit", "11000", "-o", "raw")).lines())
                .isEqualTo(expected.subList(1000, 12_000));
        Collections.reverse(expected);
        assertThat(done(monsh.run("logs", ALL, "--limit", "0", "-o", "raw", "--newest-first"))
                        .lines())
                .isEqualTo(expected);
    }

    @Test
    void filtersOfOurOwnAreCountedByTheLimit() {
        IntStream.range(0, 200).forEach(i -> line(500 - i, ONE, (i % 50 == 0 ? "ERROR " : "INFO ") + i));

        assertThat(done(monsh.run("logs", ALL, "--level", "warn", "--limit", "2", "-o", "raw"))
                        .out())
                .isEqualTo("ERROR 100\nERROR 150\n");
        assertThat(done(monsh.run("logs", ALL, "--grep", "^[EI]\\w+ 1?5$", "-o", "raw"))
                        .out())
                .isEqualTo("INFO 5\nINFO 15\n");
    }

    @Test
    void longLinesAndStrangeCharactersArriveByteForByte() {
        String strange = "\u001b]0;x\u0007 \r \u202e 日本 🙂 \ufffd \u0000 " + "x".repeat(1_000_000);
        line(10, ONE, strange);

        Ended ended = done(monsh.run("logs", ALL, "-o", "raw"));

        assertThat(ended.stdout()).isEqualTo((strange + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMetricExpressionGivesWhatQueryGives() {
        assertThat(done(monsh.run("logs", "sum by (service) (count_over_time({job=\"x\"}[5m]))"))
                        .lines())
                .allMatch(row -> row.matches("[^\\t]+\\t\\d{4}-\\d\\d-\\d\\dT[^\\t]+Z\\t[\\d.]+"));
        assertThat(done(monsh.run("logs", "-o", "json", "--since", "1h", "rate({job=\"x\"}[5m])"))
                        .out())
                .startsWith("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{");
        assertThat(loki.requests()).anyMatch(request -> request.startsWith("/loki/api/v1/query "));
        assertThat(done(monsh.run("logs", "-o", "graph", "rate({job=\"x\"}[5m])"))
                        .lines())
                .hasSizeGreaterThan(5);
    }

    @Test
    void namesStreamsStatisticsAndVolumeAreListed() {
        line(20, ONE, "a");
        line(10, TWO, "b");

        assertThat(done(monsh.run("logs", "labels")).out()).isEqualTo("job\nservice\n");
        assertThat(done(monsh.run("logs", "labels", "service", "-o", "json")).out())
                .isEqualTo("[\"one\",\"two\"]\n");
        assertThat(done(monsh.run("logs", "series", ALL, "-o", "jsonl")).lines())
                .containsExactly("{\"job\":\"x\",\"service\":\"one\"}", "{\"job\":\"x\",\"service\":\"two\"}");
        assertThat(done(monsh.run("logs", "stats", ALL)).out()).isEqualTo("0\t0\t0\t0\n");
        assertThat(done(monsh.run("logs", "volume", ALL)).lines()).hasSize(2).allMatch(row -> row.endsWith("\t4684"));
        assertThat(done(monsh.run("logs", "volume", ALL, "-o", "graph")).out()).contains("█");
        assertThat(done(monsh.run("logs", "fields", ALL)).out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"error_parse", "error_parse2", "error_empty_matcher", "error_limit", "error_start_after_end"})
    void everyErrorTextOfLokiReachesTheUserWhole(String recorded) {
        Canned answer = Recorded.answer(recorded);
        // a limit that is refused is asked for again, smaller, until the server refuses that as well
        loki.script("query_range", answer, answer, answer);

        Ended ended = monsh.run("logs", "{service=\"x\"} |= foo");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(5);
        // the place is said once, before the text
        String text = answer.body().strip().replaceFirst(" at line \\d+, col \\d+", "");
        assertThat(ended.err()).contains(text).doesNotContain("Exception");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aParseErrorHasACaretUnderItsPlace() {
        loki.script("query_range", Recorded.answer("error_parse2"));

        Ended ended = monsh.run("logs", "{service=\"x\"} |= foo");

        assertThat(ended.err())
                .startsWith("monsh: LogQL:1:18: parse error: ")
                .endsWith("\n{service=\"x\"} |= foo\n                 ^\n");
    }

    @ParameterizedTest
    @CsvSource({
        "401,text/plain,no org id,4,no org id",
        "429,text/plain,too many outstanding requests,3,too many outstanding requests",
        "500,text/plain,boom,3,boom",
        "503,text/plain,Ingester not ready,3,Ingester not ready",
        "502,text/html,<html><title>502 Bad Gateway</title>,3,502 X",
        "200,text/html,<html><title>Welcome</title>,5,Welcome",
        "404,text/plain,404 page not found,5,no such API here"
    })
    void troubleOfTheServerHasItsExitCode(int status, String type, String body, int code, String said) {
        loki.script("query_range", new Canned(status, type, body));

        Ended ended = monsh.run("logs", ALL);

        assertThat(ended.code()).as(ended.toString()).isEqualTo(code);
        assertThat(ended.err()).startsWith("monsh: ").contains(said);
    }

    @Test
    void nothingFoundIsDoneUnlessThatIsAFailure() {
        assertThat(done(monsh.run("logs", ALL)).out()).isEmpty();
        assertThat(monsh.run("logs", ALL, "--fail-on-empty").code()).isEqualTo(1);
    }

    @Test
    void aReaderThatGoesEndsItQuietly() {
        IntStream.range(0, 12_000).forEach(i -> line(9 - i / 4000, ONE, "line " + i));

        Ended ended = monsh.shell("monsh logs --limit 0 -o raw '" + ALL + "' | head -1; echo ${PIPESTATUS:-}");

        assertThat(ended.out()).startsWith("line 0\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aCallThatMakesNoSenseIsRefusedBeforeAnythingIsAsked() {
        assertThat(monsh.run("logs", ALL, "--since", "1h", "--start", "now-2h").code())
                .isEqualTo(2);
        assertThat(monsh.run("logs", ALL, "--tz", "Nowhere/Land").code()).isEqualTo(2);
        assertThat(monsh.run("logs", ALL, "--grep", "(").code()).isEqualTo(2);
        assertThat(monsh.run("logs", ALL, "--level", "loud").code()).isEqualTo(2);
        assertThat(monsh.run("logs", ALL, "--cursor", "c").code()).isEqualTo(2);
        assertThat(monsh.run("logs", ALL, "-f", "--end", "now").code()).isEqualTo(2);
        assertThat(monsh.run("logs", "export", ALL, "--out", "o").code()).isEqualTo(2);
        assertThat(loki.requests()).isEmpty();
    }

    @Test
    void anExportWritesEveryLineOnceAndCanBeRepeated() throws Exception {
        IntStream.range(0, 3000).forEach(i -> line(3500 - i, ONE, "line " + i));
        Ended first = done(monsh.run("logs", "export", ALL, "--since", "1h", "--out", "out", "--jobs", "2"));
        Ended second = done(monsh.run("logs", "export", ALL, "--since", "1h", "--out", "out"));

        assertThat(first.err()).contains("3000 lines in ");
        assertThat(second.err()).contains("3000 lines in ");
        Ended lines = monsh.shell("cat out/part-*.jsonl");
        assertThat(lines.lines()).hasSize(3000);
        assertThat(lines.lines().getFirst())
                .startsWith("{\"timestamp\":\"")
                .endsWith("\"labels\":{\"job\":\"x\",\"service\":\"one\"},\"line\":\"line 0\"}");
    }
}
