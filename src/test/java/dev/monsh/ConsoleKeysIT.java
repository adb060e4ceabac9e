package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each key and each state of the console, at the keyboard of a pseudo-terminal. */
@WithRealPrometheus
class ConsoleKeysIT {

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_U = "\u0015";
    private static final String PASTE_BEGIN = "\u001b[200~";
    private static final String PASTE_END = "\u001b[201~";

    private final Launched monsh;
    private final RealPrometheus prometheus;

    ConsoleKeysIT(RealPrometheus prometheus, @TempDir Path folder) {
        this.prometheus = prometheus;
        this.monsh = Launched.in(folder).asking(prometheus.url());
    }

    /** Keys, and the line that they leave. */
    private record Case(String what, String keys, String line) {}

    private static final List<Case> CASES = List.of(
            new Case("Ctrl-A goes to the beginning", "uery\u0001q", "query"),
            new Case("Ctrl-E goes to the end", "quer\u0001\u0005y", "query"),
            new Case("Home and End", "uer\u001b[Hq\u001b[Fy", "query"),
            new Case("Home and End of an application keypad", "uer\u001bOHq\u001bOFy", "query"),
            new Case("Home and End of a VT220", "uer\u001b[1~q\u001b[4~y", "query"),
            new Case("Home and End of rxvt", "uer\u001b[7~q\u001b[8~y", "query"),
            new Case("Left and Right", "qery\u001b[D\u001b[D\u001b[Du\u001b[C\u001b[C\u001b[C!", "query!"),
            new Case("Left of an application keypad", "quey\u001bODr", "query"),
            new Case("Ctrl-B and Ctrl-F", "qery\u0002\u0002\u0002u\u0006\u0006\u0006!", "query!"),
            new Case("Backspace", "queryy\u007f", "query"),
            new Case("Ctrl-H", "queryy\b", "query"),
            new Case("Delete", "qquery\u0001\u001b[3~", "query"),
            new Case("Ctrl-D in a line deletes", "qquery\u0001\u0004", "query"),
            new Case("Ctrl-K cuts to the end", "query up\u0001\u0006\u0006\u0006\u0006\u0006\u000b", "query"),
            new Case("Ctrl-U cuts to the beginning", "nothing\u0015query", "query"),
            new Case("Ctrl-W cuts a word", "query down\u0017up", "query up"),
            new Case("Ctrl-Y brings back what was cut", "query up\u0017\u0019", "query up"),
            new Case("Alt-B goes back a word", "query up\u001bbx", "query xup"),
            new Case("Ctrl-T swaps two characters", "qurey\u0002\u0002\u0014\u0005", "query"),
            new Case("UTF-8", "query grüße", "query grüße"),
            new Case("a quote within an expression", "query up{a='b\"c'}", "query up{a='b\"c'}"),
            new Case("a pasted word", PASTE_BEGIN + "query up" + PASTE_END, "query up"),
            new Case("Tab completes a command", "vers\t", "version "),
            new Case("Tab completes an abbreviation", "qury\t", "query "),
            new Case("Tab completes an option", "query --fail\t", "query --fail-on-empty "),
            new Case("Tab completes a glued value", "query -ojsonl\t", "query -ojsonl "),
            new Case("Tab completes the command of a watch", "watch 5s vers\t", "watch 5s version "),
            new Case("Ctrl-L keeps the line", "query\u000c up", "query up"));

    @Test
    void everyKeyLeavesTheLineThatItShould() {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 40)) {
            console.awaitPrompt();
            for (Case each : CASES) {
                console.type(each.keys());
                console.await(
                        each.what() + ": '" + each.line() + "'",
                        () -> String.join("\n", console.lines())
                                .contains("monsh:local> " + each.line().stripTrailing()));
                console.type(CTRL_U + "\u000b");
                console.awaitPrompt();
            }
        }
    }

    /** What the console is doing when Ctrl-C comes. */
    private enum State {
        EMPTY_PROMPT("", ""),
        HALF_A_LINE("query half", ""),
        CONTINUED_LINE("query sum(\r", "   > "),
        LISTED_CANDIDATES("config \t", "check"),
        SEARCH("\u0012nowhere", "nothing found"),
        QUESTION("down\r", "down stops"),
        RUNNING_COMMAND("watch 1h version\r", "every 1h"),
        PAGER("help\r", "Usage"),
        PROGRAM("version | (echo sta''rted; sleep 30)\r", "started");

        private final String keys;
        private final String shown;

        State(String keys, String shown) {
            this.keys = keys;
            this.shown = shown;
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void noKeyIsLostAfterCtrlCInAnyState(State state) throws InterruptedException {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 20)) {
            int number = 100;
            for (int pause : new int[] {0, 5, 20, 50}) {
                console.awaitPrompt();
                int before = console.written().length();
                console.type(state.keys);
                if (state == State.HALF_A_LINE) {
                    console.awaitTyped(state.keys);
                }
                console.await(state + "", () -> console.written().indexOf(state.shown, before) >= 0);
                // less takes Ctrl-C for itself; q leaves it
                console.type(CTRL_C);
                if (state == State.PAGER) {
                    Thread.sleep(300);
                    console.type("q");
                    console.awaitPrompt();
                }
                Thread.sleep(pause);
                console.type("query -o raw vector(" + ++number + ")\r");
                String answer = String.valueOf(number);
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(console.lines()).contains(answer));
            }
        }
    }

    @Test
    void aWindowMadeSmallKeepsTheLineAndTheResultsFit() throws Exception {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 40)) {
            console.awaitPrompt();
            console.type("query sum by (job) (up) + ");
            console.awaitTyped("query sum by (job) (up) + ");
            console.resize(40, 15);
            console.type("0 - 0 + 0 - 0 + 0\r");
            console.awaitText("fake");
            console.type(CTRL_C);
            console.type("query -o raw vector(15)\r");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(console.lines()).contains("15"));
        }
    }

    @Test
    void aServerThatDiesBetweenTwoKeysIsTold() {
        FaultyServer dying =
                FaultyServer.that(FaultyServer.answeringJson("{\"status\":\"success\",\"data\":[\"up\"]}"));
        try (PseudoTerminal console = PseudoTerminal.open(monsh.asking(dying.url()), 100, 40)) {
            console.awaitPrompt();
            console.type("query u");
            console.awaitTyped("query u");
            dying.close();
            console.type("\tp\r");
            console.awaitText("try: monsh box show");
            console.awaitPrompt();
        }
    }

    @Test
    void resultsThatDoNotFitArePaged() {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 20)) {
            console.enter("help");
            console.awaitText("Usage");
            await().untilAsserted(() -> assertThat(console.lines().toString()).doesNotContain("Exit codes"));
            console.type("q");
            console.awaitPrompt();
            console.enter("help --no-pager");
            console.awaitText("Exit codes");
            console.enter("query -o raw vector(81)");
            await().untilAsserted(() -> assertThat(console.lines()).contains("81"));
        }
    }

    @Test
    void linesAreSavedRepeatedAndRunByTheirNames() {
        monsh.configuration("boxes: {local: {prometheus: {url: \"" + prometheus.url() + "\"}}}\n"
                + "aliases: {eighty: \"query -o raw vector(80)\"}\nconsole: {bare_expressions: true}\n");
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 40)) {
            console.enter("save seventy vector(${n:-70}) + ${add}");
            console.enter("seventy add=1 -o raw");
            await().untilAsserted(() -> assertThat(console.lines()).contains("71"));
            console.awaitPrompt();
            // the grey rest of an earlier line is behind the cursor
            console.type("seventy\r");
            console.awaitText("requires a value for add");
            console.enter("eighty");
            await().untilAsserted(() -> assertThat(console.lines()).contains("80"));
            console.enter("!!");
            await().untilAsserted(() ->
                    assertThat(console.lines().stream().filter("80"::equals)).hasSize(2));
            console.enter("vector(9) * 10");
            console.awaitText("90");
        }
        assertThat(monsh.run("seventy", "add=2", "-o", "raw").out()).isEqualTo("72\n");
    }

    @Test
    void aSlowAnswerShowsTheTimeOnATerminalAlone() {
        try (FaultyServer slow = FaultyServer.that((asked, socket) -> {
            Thread.sleep(1600);
            FaultyServer.answeringNothing().answer(asked, socket);
        })) {
            Launched asking = monsh.asking(slow.url());
            try (PseudoTerminal terminal = PseudoTerminal.open(asking, 100, 40, "query", "up")) {
                terminal.awaitText("waiting 1.");
                terminal.exitCode();
                assertThat(terminal.lines().toString()).doesNotContain("waiting");
            }
            assertThat(asking.run("query", "up").err()).doesNotContain("waiting");
        }
    }
}
