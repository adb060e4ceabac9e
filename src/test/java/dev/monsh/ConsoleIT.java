package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.testing.FakeMetrics;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console, at the keyboard of a pseudo-terminal. */
@WithRealPrometheus
class ConsoleIT {

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001bOA";

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private Launched monsh;

    ConsoleIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(prometheus.url());
    }

    private PseudoTerminal open() {
        return PseudoTerminal.open(monsh, 100, 40);
    }

    @Test
    void aPromptAppearsAndCtrlDEndsWithZero() {
        try (PseudoTerminal console = open()) {
            console.awaitPrompt();
            assertThat(console.lines()).contains("monsh:local>");
            console.type(CTRL_D);

            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void exitEndsWithZeroEvenBehindAFailure() {
        try (PseudoTerminal console = open()) {
            console.enter("query up{}}");
            console.awaitText("parse error");
            console.enter("exit");

            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void tabCompletesACommandAnOptionAndAMetric() {
        try (PseudoTerminal console = open()) {
            console.awaitPrompt();
            console.type("vers\t");
            console.awaitTyped("version ");
            console.type(CTRL_C);
            console.awaitPrompt();
            console.type("query --fail\t");
            console.awaitTyped("query --fail-on-empty ");
            console.type("sum(namedprocess_namegroup_cpu_s");
            console.completeTo("query --fail-on-empty sum(namedprocess_namegroup_cpu_seconds_total");
            console.type("{groupn");
            console.completeTo("query --fail-on-empty sum(namedprocess_namegroup_cpu_seconds_total{groupname=\"");
        }
    }

    @Test
    void severalCandidatesAreListed() {
        try (PseudoTerminal console = open()) {
            console.awaitPrompt();
            console.type("config \t");
            console.awaitText("check");
            assertThat(String.join("\n", console.lines())).contains("check", "path", "show");
        }
    }

    @Test
    void historyIsKeptBetweenSessionsForItsOwnerOnly() throws IOException {
        try (PseudoTerminal console = open()) {
            console.enter("version");
            console.enter("query -o raw vector(42)");
            console.enter(" query secret");
            console.enter("exit");
            assertThat(console.exitCode()).isZero();
        }
        Path history = monsh.home().resolve(".local/state/monsh/history.d/local");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(history).content().contains("vector(42)").doesNotContain("secret");
        try (PseudoTerminal console = open()) {
            console.awaitPrompt();
            console.type(UP);
            console.awaitTyped("exit");
            console.type(UP);
            console.awaitTyped("query -o raw vector(42)");
            console.type(UP);
            console.awaitTyped("version");
            console.type("\r");
            console.awaitText("monsh 0.");
        }
    }

    @Test
    void ctrlCEndsASlowQueryAndComesBackToThePrompt() {
        try (FaultyServer slow = FaultyServer.that(FaultyServer.waiting());
                PseudoTerminal console = PseudoTerminal.open(monsh.asking(slow.url()), 100, 40)) {
            console.enter("query up");
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            slow.asked().stream().anyMatch(asked -> asked.head().contains("/query ")));
            console.type(CTRL_C);
            console.awaitText("interrupted");
            console.enter("version");
            console.awaitText("monsh 0.");
            console.enter("exit");
            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void ctrlCOnAHalfTypedLineGivesANewPrompt() {
        try (PseudoTerminal console = open()) {
            console.awaitPrompt();
            console.type("query 'half");
            console.awaitTyped("query 'half");
            console.type(CTRL_C);
            console.awaitPrompt();
            console.enter("version");
            console.awaitText("monsh 0.");
        }
    }

    @Test
    void failuresLeaveTheConsoleAlive() {
        try (PseudoTerminal console = open()) {
            console.enter("qurey up");
            console.awaitText("did you mean query?");
            console.enter("query --box nobody up");
            console.awaitText("no box has this name");
            console.enter("query -o raw vector(7)");
            console.awaitPrompt();
            assertThat(console.lines()).contains("7");
            assertThat(console.written()).doesNotContain("Exception");
        }
    }

    @Test
    void anAnswerIsAnAlignedTable() {
        try (PseudoTerminal console = open()) {
            console.enter("query up");
            console.awaitPrompt();
            List<String> table = console.lines().stream()
                    .dropWhile(line -> !line.startsWith("metric"))
                    .takeWhile(line -> !line.startsWith("monsh"))
                    .toList();

            assertThat(table.getFirst()).isEqualTo("metric=up");
            List<String> rows = table.subList(2, table.size());
            int job = table.get(1).indexOf("job");
            int valueEnd = table.get(1).length();
            assertThat(table.get(1)).startsWith("instance ").endsWith("value");
            assertThat(rows).hasSize(5).allSatisfy(row -> {
                assertThat(row).hasSize(valueEnd).matches("127\\.0\\.0\\.1:.* [01]");
                assertThat(row.substring(job - 1, job + 1)).matches(" \\S");
            });
        }
    }

    @Test
    void controlCharactersOfLabelsAreShownAsEscapes() {
        try (PseudoTerminal console = open()) {
            console.enter("query quirk");
            console.awaitPrompt();

            assertThat(String.join("\n", console.lines()))
                    .contains("\\e[31mred\\e[0m", "\\x9b31mC1", "\\u202eright to left", "line\\nfeed", "a\\ttab");
            assertThat(console.written()).doesNotContain("\u001b[31mred", "\u009b", "\u202e");
        }
        for (String format : List.of("tsv", "csv", "json", "jsonl", "raw", "graph")) {
            try (PseudoTerminal oneShot = PseudoTerminal.open(monsh, 200, 60, "query", "quirk", "-o", format)) {
                assertThat(oneShot.exitCode()).isZero();
                oneShot.awaitText(format.equals("raw") ? "17" : "C1");
                assertThat(oneShot.written()).doesNotContain("\u001b[31mred", "\u009b", "\u202e");
            }
        }
    }

    @Test
    void colourIsLeftOutWhenItIsNotWanted() {
        String colour = "\u001b\\[[0-9;]*m";
        try (PseudoTerminal coloured = PseudoTerminal.open(monsh, 100, 40, "query", "up")) {
            assertThat(coloured.exitCode()).isZero();
            coloured.awaitText("value");
            assertThat(coloured.written()).containsPattern(colour);
        }
        for (PseudoTerminal plain : List.of(
                PseudoTerminal.open(monsh.with("NO_COLOR", "1"), 100, 40, "query", "up"),
                PseudoTerminal.open(monsh.with("TERM", "dumb"), 100, 40, "query", "up"),
                PseudoTerminal.open(monsh, 100, 40, "query", "up", "--no-color"))) {
            try (plain) {
                assertThat(plain.exitCode()).isZero();
                plain.awaitText("value");
                assertThat(plain.written()).doesNotContainPattern(colour);
            }
        }
    }

    @Test
    void theConsoleItselfHasNoColourWhenItIsNotWanted() {
        try (PseudoTerminal console = PseudoTerminal.open(monsh.with("NO_COLOR", "1"), 100, 40)) {
            console.enter("query up");
            console.awaitText("value");
            console.enter("nonsense --box");
            console.enter("exit");
            assertThat(console.exitCode()).isZero();
            assertThat(console.written()).doesNotContainPattern("\u001b\\[[0-9;]*[1-9][0-9;]*m");
        }
    }

    @Test
    void aNarrowWindowIsNotOverrun() {
        for (String query : List.of("up", "quirk", "latency")) {
            try (PseudoTerminal narrow = PseudoTerminal.open(monsh, 40, 60, "query", query)) {
                assertThat(narrow.exitCode()).isZero();
                narrow.awaitText(query);
                String[] lines = narrow.written()
                        // the time that is shown while the answer is awaited, and what erases it
                        .replaceAll("\r\u001b\\[K|\rwaiting [^\r\n]*(?=\r)", "")
                        .replaceAll("\u001b\\[[0-9;]*m", "")
                        .split("\r\n");
                assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
            }
        }
    }

    @Test
    void aNarrowConsoleStillReadsLongLines() {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 40, 30)) {
            console.enter("query -o raw scalar(count(quirk{kind!=''})) + 1000 - 1000 + 0");
            console.awaitPrompt();
            assertThat(console.lines()).contains(Integer.toString(FakeMetrics.KINDS.size()));
        }
    }

    @Test
    void aBoxThatIsChosenStandsInThePrompt() {
        monsh.configuration("boxes: {odk04: {prometheus: {url: \"" + prometheus.url() + "\"}}, other: {}}\n");
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 40, "--box", "odk04")) {
            console.awaitPrompt();
            assertThat(console.lines()).contains("monsh:odk04>");
        }
    }

    @Test
    void aHistoryThatCannotBeKeptIsNoReasonNotToStart() {
        try (PseudoTerminal console = PseudoTerminal.open(monsh.with("HOME", "/proc/no-home"), 100, 40)) {
            console.enter("version");
            console.awaitText("monsh 0.");
            console.enter("exit");
            assertThat(console.exitCode()).isZero();
            assertThat(String.join("\n", console.lines()))
                    .contains("no history is kept")
                    .doesNotContain("Exception");
        }
    }
}
