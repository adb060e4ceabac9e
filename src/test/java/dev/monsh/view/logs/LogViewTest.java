package dev.monsh.view.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LineFilter;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogViewTest {

    private static final long TIME = 1_795_344_000_000_000_001L;
    private static final Labels ONE = Labels.of(Map.of("job", "x", "service", "a", "service_name", "a"));
    private static final Labels TWO = Labels.of(Map.of("job", "x", "service", "b", "service_name", "b"));
    private static final Optional<ZoneId> TOKYO = Optional.of(ZoneId.of("Asia/Tokyo"));

    /** Everything that a terminal must not get, and what may not be lost elsewhere. */
    private static final String HOSTILE = "\u001b[2J\u0007 a\r\tb \u202e\u009b1m é 日本 \u0000";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(boolean terminal, boolean color) {
        return new Console(
                new Output(out),
                new Output(err),
                new TerminalProfile(terminal, terminal, terminal, 80, 24, true, color, true, true),
                false);
    }

    private String written(Console console, LogView view, OutputFormat format, LogLine... lines) {
        LogLineWriter writer = view.writer(format);
        List.of(lines).forEach(writer::line);
        writer.finish();
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String piped(OutputFormat format, LogLine... lines) {
        Console console = console(false, false);
        return written(console, new LogView(console, Optional.empty(), Optional.empty()), format, lines);
    }

    private String onTerminal(OutputFormat format, LogLine... lines) {
        Console console = console(true, false);
        return written(console, new LogView(console, TOKYO, Optional.empty()), format, lines);
    }

    private static LogLine line(int after, Labels labels, String text) {
        return new LogLine(TIME + after, labels, text);
    }

    @Test
    void tsvHasTheExactTimeTheSelectorAndTheLine() {
        assertThat(piped(OutputFormat.TSV, line(0, ONE, "tab\there\\"), line(8, TWO, "é")))
                .isEqualTo("2026-11-22T10:40:00.000000001Z\t"
                        + "{job=\"x\", service=\"a\", service_name=\"a\"}\ttab\\there\\\\\n"
                        + "2026-11-22T10:40:00.000000009Z\t"
                        + "{job=\"x\", service=\"b\", service_name=\"b\"}\té\n");
    }

    @Test
    void csvHasAHeader() {
        assertThat(piped(OutputFormat.CSV, line(0, Labels.none(), "a,\"b\"")))
                .isEqualTo("timestamp,labels,line\n2026-11-22T10:40:00.000000001Z,{},\"a,\"\"b\"\"\"\n");
    }

    @Test
    void jsonLinesAreObjectsWithExactTimes() {
        assertThat(piped(OutputFormat.JSONL, line(0, ONE, "\u001b[31m\"x\"")))
                .isEqualTo("{\"timestamp\":\"2026-11-22T10:40:00.000000001Z\",\"labels\":{\"job\":\"x\","
                        + "\"service\":\"a\",\"service_name\":\"a\"},\"line\":\"\\u001b[31m\\\"x\\\"\"}\n");
    }

    @Test
    void jsonIsOneArrayAlsoOfNothing() {
        assertThat(piped(OutputFormat.JSON, line(0, Labels.none(), "a"), line(1, Labels.none(), "b")))
                .isEqualTo("[{\"timestamp\":\"2026-11-22T10:40:00.000000001Z\",\"labels\":{},\"line\":\"a\"},"
                        + "{\"timestamp\":\"2026-11-22T10:40:00.000000002Z\",\"labels\":{},\"line\":\"b\"}]\n");
        out.reset();
        assertThat(piped(OutputFormat.JSON)).isEqualTo("[]\n");
    }

    @Test
    void rawToAPipeIsTheLineByteForByte() {
        assertThat(piped(OutputFormat.RAW, line(0, ONE, HOSTILE))).isEqualTo(HOSTILE + "\n");
    }

    @Test
    void noFormLetsControlCharactersReachATerminal() {
        for (OutputFormat format : List.of(
                OutputFormat.TABLE,
                OutputFormat.RAW,
                OutputFormat.TSV,
                OutputFormat.CSV,
                OutputFormat.JSON,
                OutputFormat.JSONL)) {
            out.reset();
            String shown = onTerminal(format, line(0, Labels.of(Map.of("a", HOSTILE)), HOSTILE));
            assertThat(shown.replaceAll("[\n\t]", ""))
                    .as(format.word())
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u202e]");
            assertThat(shown).contains("é 日本");
        }
    }

    @Test
    void onATerminalTheLabelsThatDifferStandBeforeTheLineAndTheOthersOnce() {
        String shown = onTerminal(OutputFormat.TABLE, line(0, ONE, "first"), line(1_000_000, TWO, "second \u001b[31m"));

        assertThat(shown).isEqualTo("""
                        2026-11-22 19:40:00.000 {service="a"} first
                        2026-11-22 19:40:00.001 {service="b"} second \\e[31m
                        """);
        assertThat(err).hasToString("common labels: {job=\"x\"}\n");
    }

    @Test
    void linesOfOneStreamHaveNoLabelsBeforeThem() {
        assertThat(onTerminal(OutputFormat.TABLE, line(0, ONE, "alone"))).isEqualTo("2026-11-22 19:40:00.000 alone\n");
        assertThat(err).hasToString("common labels: {job=\"x\", service=\"a\"}\n");
    }

    @Test
    void aStreamThatComesLaterWithoutACommonLabelIsTold() {
        Console console = console(true, false);
        LogLineWriter writer = new LogView(console, TOKYO, Optional.empty()).writer(OutputFormat.TABLE);
        writer.line(line(0, ONE, "first"));
        writer.pause();
        writer.line(line(1, TWO, "second"));
        writer.line(line(2, ONE, "third"));
        writer.finish();
        console.out().flush();

        assertThat(out).hasToString("""
                        2026-11-22 19:40:00.000 first
                        2026-11-22 19:40:00.000 {service="b"} second
                        2026-11-22 19:40:00.000 {service="a"} third
                        """);
        assertThat(err).hasToString("common labels: {job=\"x\", service=\"a\"}\ncommon labels: {job=\"x\"}\n");
    }

    @Test
    void whatWasSearchedIsHighlightedAndSeriousLinesAreColoured() {
        Console console = console(true, true);
        LogView view = new LogView(console, TOKYO, Optional.of(LineFilter.grep("--grep", "c.m")));

        assertThat(written(console, view, OutputFormat.TABLE, line(0, ONE, "ERROR cam\u0007 x")))
                .isEqualTo("\u001b[2m2026-11-22 19:40:00.000\u001b[0m \u001b[31mERROR \u001b[0m"
                        + "\u001b[1;32mcam\u001b[0m\u001b[31m\\x07 x\u001b[0m\n");
    }

    @Test
    void aGapStandsBetweenItsLines() {
        Console console = console(true, false);
        LogLineWriter writer = new LogView(console, TOKYO, Optional.empty()).writer(OutputFormat.TABLE);
        FollowedLines lines =
                new FollowedLines(console, writer, line -> !line.line().equals("no"));
        lines.accept(new TailEvent.Line(line(0, ONE, "before")));
        lines.accept(new TailEvent.Line(line(0, ONE, "no")));
        lines.accept(new TailEvent.Gap(TIME, TIME + 2_000_000_000L, "away\u0007"));
        lines.accept(new TailEvent.Notice(TailEvent.Notice.Kind.GAP, "lines are missing: away"));
        lines.accept(new TailEvent.Notice(TailEvent.Notice.Kind.BACK, "connected again"));
        lines.accept(new TailEvent.Line(line(3, ONE, "behind")));
        lines.finish();

        assertThat(out)
                .hasToString("2026-11-22 19:40:00.000 before\n"
                        + "--- lines may be missing from 2026-11-22 19:40:00.000 to 2026-11-22 19:40:02.000:"
                        + " away\\x07 ---\n"
                        + "2026-11-22 19:40:00.000 behind\n");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("monsh: connected again\n")
                .doesNotContain("missing");
    }

    @Test
    void elsewhereAGapIsTellingOnStderr() {
        Console console = console(false, false);
        LogLineWriter writer = new LogView(console, Optional.empty(), Optional.empty()).writer(OutputFormat.RAW);
        FollowedLines lines = new FollowedLines(console, writer, line -> true);
        lines.accept(new TailEvent.Gap(TIME, TIME, "away"));
        lines.accept(new TailEvent.Notice(TailEvent.Notice.Kind.GAP, "lines are missing: away"));

        assertThat(out.size()).isZero();
        assertThat(err).hasToString("monsh: warning: lines are missing: away\n");
    }
}
