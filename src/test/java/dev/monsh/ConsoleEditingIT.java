package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing in the console, at the keyboard of a pseudo-terminal. */
@WithRealPrometheus
class ConsoleEditingIT {

    private static final String CTRL_A = "\u0001";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_G = "\u0007";
    private static final String CTRL_R = "\u0012";
    private static final String CTRL_U = "\u0015";
    private static final String CTRL_X_CTRL_E = "\u0018\u0005";
    private static final String RIGHT = "\u001b[C";
    private static final String PASTE_BEGIN = "\u001b[200~";
    private static final String PASTE_END = "\u001b[201~";

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private Launched monsh;

    ConsoleEditingIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(prometheus.url());
    }

    private PseudoTerminal open() {
        PseudoTerminal console = PseudoTerminal.open(monsh, 100, 40);
        console.awaitPrompt();
        return console;
    }

    private static void awaitLine(PseudoTerminal console, String line) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(console.lines()).contains(line));
    }

    @Test
    void openBracketsQuotesAndBackslashesGoOnInTheNextLine() {
        try (PseudoTerminal console = open()) {
            console.type("query -o raw sum(\r");
            console.awaitText("> ");
            console.type("vector(40)\r) + 2\r");
            awaitLine(console, "42");
            console.awaitPrompt();
            console.type("query -o raw 'vector(\r41)'\r");
            awaitLine(console, "41");
            console.awaitPrompt();
            console.type("query -o raw \\\rvector(39)\r");
            awaitLine(console, "39");
            console.awaitPrompt();
            console.type("query sum(\r\r");
            console.awaitText("unclosed left parenthesis");
            console.awaitPrompt();
            console.type("query sum(\r" + CTRL_C);
            console.awaitPrompt();
        }
    }

    @Test
    void aPastedBlockIsRunLineByLine() {
        try (PseudoTerminal console = open()) {
            console.type(PASTE_BEGIN + "query -o raw vector(31)\n# a comment\nquery -o raw sum(\n  vector(32)\n)\n"
                    + "query -o raw vector(30)\n+ vector(3)" + PASTE_END + "\r");
            awaitLine(console, "31");
            awaitLine(console, "32");
            awaitLine(console, "33");
            assertThat(console.lines()).anyMatch(line -> line.contains("> query -o raw vector(31)"));
            console.awaitPrompt();
        }
    }

    @Test
    void optionsMayStandBehindAnExpression() {
        try (PseudoTerminal console = open()) {
            console.enter("query vector(77) -o raw");
            awaitLine(console, "77");
            console.enter("query vector(78) -oraw");
            awaitLine(console, "78");
            console.awaitPrompt();
            console.type("query up --fail\t");
            console.awaitTyped("query up --fail-on-empty ");
            console.type("-o js\t");
            await().untilAsserted(() -> assertThat(console.lines()).anyMatch(line -> line.endsWith("-o json")));
        }
    }

    @Test
    void anExpressionWithoutItsCommandIsToldWhatToTry() {
        try (PseudoTerminal console = open()) {
            console.enter("sum(up)");
            console.awaitText("try: query sum(up)");
            console.enter("rate(up[5m])");
            console.awaitText("try: query rate(up[5m])");
            console.enter("{service=\"x\"} |= \"y\"");
            console.awaitText("try: logs {service=\"x\"}");
            console.enter("qurey");
            console.awaitText("did you mean query?");
        }
    }

    @Test
    void upAsksBeforeItStartsAnything() {
        try (PseudoTerminal console = open()) {
            console.enter("up");
            console.awaitText("or did you mean: query up?");
            console.type("n\r");
            console.awaitText("nothing was changed");
            console.enter("down");
            console.awaitText("down stops");
            console.type(CTRL_C);
            console.awaitText("interrupted");
            console.enter("query -o raw vector(9)");
            awaitLine(console, "9");
        }
    }

    @Test
    void whatIsTypedWhileACommandRunsIsReadByTheNextPromptAlone() {
        try (FaultyServer slow = FaultyServer.that((asked, socket) -> {
                    Thread.sleep(700);
                    FaultyServer.answeringNothing().answer(asked, socket);
                });
                PseudoTerminal console = PseudoTerminal.open(monsh.asking(slow.url()), 100, 40)) {
            console.enter("query up");
            await().until(() ->
                    slow.asked().stream().anyMatch(asked -> asked.head().contains("/query")));
            console.type("version");
            console.awaitTyped("version");
            assertThat(Collections.frequency(console.lines(), "version")).isZero();
            console.type("\r");
            console.awaitText("monsh 0.");
        }
    }

    @Test
    void noKeyIsLostAfterCtrlCAtAnySpeed() throws InterruptedException {
        try (PseudoTerminal console = open()) {
            int number = 100;
            for (int pause : new int[] {0, 5, 20, 50, 0, 5, 20, 50}) {
                console.type("query half" + CTRL_C);
                Thread.sleep(pause);
                console.type("query -o raw vector(" + ++number + ")\r");
                awaitLine(console, String.valueOf(number));
                console.awaitPrompt();
            }
        }
    }

    @Test
    void aSearchThatFindsNothingRunsNothing() {
        try (PseudoTerminal console = open()) {
            console.enter("query -o raw vector(51)");
            awaitLine(console, "51");
            console.enter("query -o raw vector(52)");
            awaitLine(console, "52");
            console.awaitPrompt();
            console.type(CTRL_R + "vector");
            console.awaitText("search: vector_");
            console.type(CTRL_R);
            await().untilAsserted(() -> assertThat(console.lines().toString()).contains("vector(51)"));
            console.type("\r");
            await().untilAsserted(() ->
                    assertThat(Collections.frequency(console.lines(), "51")).isEqualTo(2));
            console.awaitPrompt();
            console.type("ver" + CTRL_R + "nowhere");
            console.awaitText("nothing found: nowhere_");
            console.type("\r");
            console.awaitTyped("ver");
            console.type(CTRL_U + CTRL_R + "vector" + CTRL_G);
            console.awaitPrompt();
        }
    }

    @Test
    void homeAndEndWorkInTheSpellingsOfAllTerminals() {
        try (PseudoTerminal console = open()) {
            for (String home : List.of("\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~", CTRL_A)) {
                for (String end : List.of("\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~")) {
                    console.type("uery" + home + "q" + end + "!");
                    console.awaitTyped("query!");
                    console.type(CTRL_U);
                    console.awaitPrompt();
                }
            }
        }
    }

    @Test
    void ctrlXCtrlEOpensTheEditor() throws IOException {
        Path editor =
                Files.writeString(folder.resolve("editor"), "#!/bin/sh\necho 'query -o raw vector(64)' > \"$2\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        try (PseudoTerminal console = PseudoTerminal.open(monsh.with("VISUAL", editor + " -x"), 100, 40)) {
            console.awaitPrompt();
            console.type("query up" + CTRL_X_CTRL_E);
            awaitLine(console, "64");
            console.awaitPrompt();
            assertThat(console.written()).doesNotContain("Exception");
        }
    }

    @Test
    void ghostTextFromTheHistoryIsAcceptedWithTheArrow() {
        try (PseudoTerminal console = open()) {
            console.enter("query -o raw vector(65)");
            awaitLine(console, "65");
            console.awaitPrompt();
            console.type("query -o raw v");
            await().untilAsserted(() -> assertThat(console.lines()).contains("monsh:local> query -o raw vector(65)"));
            console.type(RIGHT + "\r");
            await().untilAsserted(() ->
                    assertThat(Collections.frequency(console.lines(), "65")).isEqualTo(2));
        }
    }

    @Test
    void aProgramThatStopsReadingIsNoFaultAndOneThatFailsIsNamed() {
        try (PseudoTerminal console = open()) {
            console.enter("query 'vector(68)' -o raw | head -0");
            console.awaitPrompt();
            console.enter("query 'vector(69)' -o raw | grep nothing");
            awaitLine(console, "grep: exit code 1");
            console.enter("query 'vector(69)' > /tmp");
            console.awaitText("write /tmp: Is a directory");
            assertThat(String.join("\n", console.lines())).doesNotContain("head: exit", "Stream closed", "completely");
        }
    }

    @Test
    void resultsGoToFilesAndPrograms() throws IOException {
        try (PseudoTerminal console = open()) {
            console.enter("query vector(66) > out.tsv");
            console.enter("query vector(67) -o raw >> out.tsv");
            console.enter("query 'vector(68)' -o raw | sed s/^/seen-/");
            awaitLine(console, "seen-68");
            console.enter("query up > 2");
            console.awaitText("no series");
            console.enter("query up > /nowhere/x");
            console.awaitText("/nowhere/x");
            console.awaitPrompt();
            assertThat(monsh.workingFolder().resolve("out.tsv")).content().contains("66\n67\n");
        }
    }

    @Test
    void helpAndClearHaveTheirUsualNames() {
        try (PseudoTerminal console = open()) {
            console.enter("help --no-pager");
            console.awaitText("Exit codes");
            console.enter("?");
            console.awaitText("query");
            console.type("q");
            console.enter("clear");
            console.enter("quit");
            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void theCandidatesComeAsSoonAsASlowServerHasAnswered() {
        try (FaultyServer slow = FaultyServer.that((asked, socket) -> {
                    Thread.sleep(1500);
                    FaultyServer.answeringJson("{\"status\":\"success\",\"data\":[\"slow_metric\"]}")
                            .answer(asked, socket);
                });
                PseudoTerminal console = PseudoTerminal.open(monsh.asking(slow.url()), 100, 40)) {
            console.awaitPrompt();
            console.type("query slow\t");
            console.awaitText("asking the server for names");
            console.awaitTyped("query slow_metric");
        }
    }

    @Test
    void aKeyIsShownAtOnceWithAServerThatHangs() {
        try (FaultyServer hanging = FaultyServer.that(FaultyServer.waiting());
                PseudoTerminal console = PseudoTerminal.open(monsh.asking(hanging.url()), 100, 40)) {
            console.awaitPrompt();
            StringBuilder typed = new StringBuilder("query ");
            console.type("query ");
            console.awaitTyped("query ");
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                char key = (char) ('a' + i % 26);
                typed.append(key);
                String wanted = typed.toString();
                long start = System.nanoTime();
                console.type((i % 5 == 0 ? "\t" : "") + key);
                console.awaitTypedClosely(wanted);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            Collections.sort(millis);
            // a Tab may take 50 ms itself; the rest is the machine's that runs the tests
            assertThat(millis.get(millis.size() / 2)).isLessThan(100);
        }
    }
}
