package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablePrinterTest {

    private static final Table TARGETS = new TableBuilder()
            .left("job")
            .left("health")
            .right("took")
            .cut("error", 8)
            .row("prometheus", "up", "0.01", "")
            .row("process-exporter", "down", "10", "connection refused: nothing listens there")
            .build();

    @Test
    void whatAllRowsShareStandsOnceAboveThem() {
        Table table = new TableBuilder()
                .shared("job")
                .shared("instance")
                .right("value")
                .row("node", "a", "1")
                .row("node", "b", "22")
                .build();
        assertThat(printed(table, Profiles.terminal(40)))
                .isEqualTo("job=node\ninstance  value\na             1\nb            22\n");
        Table single =
                new TableBuilder().shared("job").right("value").row("node", "1").build();
        assertThat(printed(single, Profiles.terminal(40))).isEqualTo("job   value\nnode      1\n");
    }

    @Test
    void aRemedyGoesOnBelowItselfAndIsNeverCut() {
        Table table = new TableBuilder()
                .left("check")
                .wrapped("remedy", 10)
                .row("auth", "monsh gateway harden --auth grafana")
                .build();
        assertThat(printed(table, Profiles.terminal(24)))
                .isEqualTo("check  remedy\nauth   monsh gateway\n       harden --auth\n       grafana\n");
    }

    @Test
    void isAlignedWhereItFits() {
        assertThat(printed(TARGETS, Profiles.terminal(80))).isEqualTo("""
                        job               health  took  error
                        prometheus        up      0.01
                        process-exporter  down      10  connection refused: nothing listens there
                        """);
    }

    @Test
    void aColumnThatMayBeCutIsCutToFit() {
        assertThat(printed(TARGETS, Profiles.terminal(50))).isEqualTo("""
                        job               health  took  error
                        prometheus        up      0.01
                        process-exporter  down      10  connection refuse…
                        """);
        assertThat(printed(TARGETS, Profiles.ascii(40))).isEqualTo("""
                        job               health  took  error
                        prometheus        up      0.01
                        process-exporter  down      10  connect~
                        """);
    }

    @Test
    void whatDoesNotFitStandsBelowEachOther() {
        assertThat(printed(TARGETS, Profiles.terminal(39))).isEqualTo("""
                        ── 1 ──────────────────────────────────
                        job     prometheus
                        health  up
                        took    0.01
                        ── 2 ──────────────────────────────────
                        job     process-exporter
                        health  down
                        took    10
                        error   connection refused: nothing
                                listens there
                        """);
    }

    @Test
    void theColumnsThatAreWorthLeastAreLeftOutFirst() {
        Table table = new TableBuilder()
                .left("service")
                .right("cpu")
                .worth(2)
                .left("image")
                .worth(1)
                .row("prometheus", "1.5%", "prom/prometheus:v3.5.0")
                .build();
        assertThat(printed(table, Profiles.terminal(40))).isEqualTo("""
                        service      cpu  image
                        prometheus  1.5%  prom/prometheus:v3.5.0
                        """);
        assertThat(printed(table, Profiles.terminal(30))).isEqualTo("""
                        service      cpu
                        prometheus  1.5%
                        (left out: image; -o json or a
                        wider terminal shows it)
                        """);
        assertThat(printed(table, Profiles.terminal(12))).isEqualTo("""
                        service
                        prometheus
                        (left out:
                        cpu, image;
                        -o json or a
                        wider
                        terminal
                        shows them)
                        """);
    }

    @Test
    void atTwentyColumnsLongValuesGoOnBelow() {
        assertThat(printed(TARGETS, Profiles.ascii(20))).isEqualTo("""
                        -- 1 ---------------
                        job     prometheus
                        health  up
                        took    0.01
                        -- 2 ---------------
                        job     process-
                                exporter
                        health  down
                        took    10
                        error   connection
                                refused:
                                nothing
                                listens
                                there
                        """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        Table table = new TableBuilder()
                .left("name")
                .cut("text", 4)
                .right("n")
                .row("日本", "語語語語", "1")
                .row("e\u0301", "x", "22")
                .build();
        assertThat(printed(table, Profiles.terminal(40))).isEqualTo("""
                        name  text       n
                        日本  語語語語   1
                        e\u0301     x         22
                        """);
        assertThat(printed(table, Profiles.terminal(16))).isEqualTo("""
                        name  text     n
                        日本  語語…    1
                        e\u0301     x       22
                        """);
        assertThat(printed(table, Profiles.terminal(14))).isEqualTo("""
                        name  text   n
                        日本  語…    1
                        e\u0301     x     22
                        """);
    }

    @Test
    void noBlanksEndALine() {
        Table table = new TableBuilder()
                .left("a")
                .right("b")
                .left("c")
                .row("x", "", "")
                .row("", "1", "")
                .row("", "", "z")
                .row("", "", "")
                .build();
        assertThat(printed(table, Profiles.terminal(80))).isEqualTo("a  b  c\nx\n   1\n      z\n\n");
    }

    @Test
    void controlCharactersOfCellsAndHeadersAreVisible() {
        Table table = new TableBuilder().left("a\u001b[2J").row("b\nc\u009bd").build();
        assertThat(printed(table, Profiles.terminal(80))).isEqualTo("a\\e[2J\nb\\nc\\x9bd\n");
    }

    @Test
    void colourIsPaintedAroundTheTextAloneAndDoesNotCountForTheWidth() {
        Table table = new TableBuilder()
                .left("name")
                .left("health")
                .cells(List.of(Table.cell("a", Style.ACCENT), Table.cell("up", Style.GOOD)))
                .cells(List.of(Table.cell("bbbbb", Style.PLAIN), Table.cell("", Style.BAD)))
                .build();
        assertThat(printed(table, Profiles.colorful(80)))
                .isEqualTo("\u001b[1mname\u001b[0m   \u001b[1mhealth\u001b[0m\n"
                        + "\u001b[36ma\u001b[0m      \u001b[32mup\u001b[0m\n"
                        + "bbbbb\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 41, 50, 60, 80, 100, 200})
    void noLineIsLongerThanTheWidth(int width) {
        Table table = new TableBuilder()
                .left("service")
                .cut("image", 10)
                .right("since")
                .row("process-exporter", "ncabatoff/process-exporter:latest", "2026-11-22T10:30:00Z")
                .row("日本語日本語日本語日本語日本語", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "-")
                .build();
        assertThat(printed(table, Profiles.terminal(width)).lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80})
    void nothingOfACellIsLostInTheVerticalForm(int width) {
        String text = "0123456789".repeat(30);
        Table table = new TableBuilder().left("a").left("b").row(text, "x").build();
        String joined = printed(table, Profiles.terminal(width))
                .replaceAll("(?m)^(──.*|a|b|)\\s*", "")
                .replace("\n", "");
        assertThat(joined).isEqualTo(text + "x");
    }

    @Test
    void aTableWithoutRowsIsItsHeader() {
        assertThat(printed(new TableBuilder().left("a").build(), Profiles.terminal(80)))
                .isEqualTo("a\n");
    }

    private static String printed(Table table, TerminalProfile profile) {
        CapturedConsole captured = CapturedConsole.with(profile);
        new TablePrinter(captured.console().out(), profile).print(table);
        return captured.out();
    }
}
