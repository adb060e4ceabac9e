package dev.monsh;

import static dev.monsh.testing.TopBox.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.LongRunning;
import dev.monsh.testing.TmuxWindow;
import dev.monsh.testing.TopBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in the window of a real tmux: what it shows at every size, and how it leaves the terminal. */
@LongRunning
class TopTerminalIT {

    /** No alternate screen, a visible cursor, and the mouse left alone. */
    private static final String AS_A_SHELL = "0 1 0";

    private static final String FULL_SCREEN = "1 0 1";

    @TempDir
    private Path folder;

    private TopBox box;
    private TmuxWindow window;

    @BeforeEach
    void open() {
        box = new TopBox(folder, TopBox.NOWHERE, TopBox.NOWHERE);
        window = TmuxWindow.open(box.monsh(), 110, 40);
    }

    @AfterEach
    void close() {
        window.close();
        box.close();
    }

    private void start() {
        window.enter("clear; echo a line from before; stty -a > before; monsh top; echo rc=$?; stty -a > after");
        window.awaitText("▌ " + GROUP);
        assertThat(window.modes()).isEqualTo(FULL_SCREEN);
    }

    /** The screen from before is there again, and stty says what it said. */
    private void assertLeftClean(String way, int code) throws IOException {
        List<String> lines = window.awaitText("rc=" + code);
        window.await("the shell's prompt", () -> window.modes().equals(AS_A_SHELL));
        assertThat(lines.getFirst()).as("the first line after %s", way).isEqualTo("a line from before");
        assertThat(String.join("\n", lines)).as("the window after %s", way).doesNotContain(GROUP);
        Path work = box.monsh().workingFolder();
        window.await("the second stty", () -> Files.exists(work.resolve("after")));
        assertThat(Files.readString(work.resolve("after")))
                .as("stty after %s", way)
                .isEqualTo(Files.readString(work.resolve("before")));
    }

    private ProcessHandle program() {
        return window.programs().stream()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(ProcessHandle program, String name) throws IOException {
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(program.pid())).start();
    }

    @Test
    void qLeavesTheTerminalAsItWas() throws IOException {
        start();
        window.type("q");
        assertLeftClean("q", 0);
    }

    @Test
    void controlCLeavesTheTerminalAsItWas() throws IOException {
        start();
        window.press("C-c");
        assertLeftClean("Ctrl-C", 0);
    }

    @Test
    void sigtermLeavesTheTerminalAsItWas() throws IOException {
        start();
        signal(program(), "TERM");
        assertLeftClean("SIGTERM", 143);
    }

    @Test
    void theEndOfAnOverlayAndOfTypingIsNoSpecialCase() throws IOException {
        start();
        window.type("?");
        window.awaitText("show or hide this table");
        signal(program(), "TERM");
        assertLeftClean("SIGTERM in the help", 143);
    }

    @Test
    void controlZGivesTheShellItsTerminalAndFgTheDashboardItsScreen() throws IOException {
        start();
        window.press("C-z");
        window.awaitText("Stopped");
        window.await("the shell's terminal", () -> window.modes().equals(AS_A_SHELL));
        window.enter("stty -a > between");
        Path between = box.monsh().workingFolder().resolve("between");
        window.await(
                "stty in between",
                () -> Files.exists(between) && between.toFile().length() > 100);
        assertThat(Files.readString(between))
                .isEqualTo(Files.readString(box.monsh().workingFolder().resolve("before")));
        window.enter("fg");
        window.awaitText("▌ " + GROUP);
        assertThat(window.modes()).isEqualTo(FULL_SCREEN);
        window.type("q");
        window.await("the end", () -> window.modes().equals(AS_A_SHELL));
    }

    @Test
    void aTerminalThatIsLostEndsTheProgram() {
        start();
        ProcessHandle program = program();
        window.lose();
        long end = System.nanoTime() + 10_000_000_000L;
        while (program.isAlive() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void everySizeIsFilledAndNothingIsLeftOfTheLastOne() {
        start();
        for (int[] size : new int[][] {{60, 20}, {200, 60}, {80, 24}, {50, 15}, {110, 40}}) {
            window.resize(size[0], size[1]);
            window.await("the frame of " + size[0] + "x" + size[1], () -> {
                List<String> lines = window.lines();
                return lines.size() >= size[1]
                        && lines.get(size[1] - 1).contains("? help")
                        && lines.get(0).startsWith(" odk04")
                        && lines.stream()
                                        .filter(line -> line.contains("─ Groups"))
                                        .count()
                                == 1;
            });
            assertThat(window.lines())
                    .filteredOn(line -> line.contains("q quit"))
                    .hasSize(1);
        }
        window.type("q");
    }

    @Test
    void everyPaneIsAKeyAwayInASmallWindow() {
        start();
        window.resize(60, 20);
        for (String pane : List.of("2 Services", "3 Log", "4 cpu of", "5 Alerts", "1 Groups")) {
            window.type(pane.substring(0, 1));
            window.awaitText("─ " + pane.substring(2));
        }
        window.type("s");
        window.awaitText("by mem");
        window.type("/nothing of that name");
        window.awaitText("no group matches");
        window.press("Escape");
        window.awaitText("▌ " + "topcheck-stream07");
        window.type("q");
    }

    @Test
    void whatAWorkerWritesMovesNoCursorAndSetsNoTitle() {
        start();
        box.log("ERROR \u001b[2J\u001b[H\u001b]0;owned\u0007\u001b[?1049l escaped");
        window.awaitText("ERROR \\e[2J\\e[H\\e]0;owned\\x07\\e[?1049l escaped");
        assertThat(window.modes()).isEqualTo(FULL_SCREEN);
        assertThat(window.lines().getFirst()).startsWith(" odk04");
        window.type("q");
    }

    @Test
    void aCommandThatFollowsIsEndedByEscape() {
        start();
        window.enter(":logs {service=\"topcheck\"} -f");
        window.awaitText("INFO first line");
        window.awaitText("Esc stop");
        box.log("INFO a later line");
        window.awaitText("INFO a later line");
        window.press("Escape");
        window.awaitText("── stopped");
        window.press("Escape");
        window.awaitText("─ Groups");
        window.enter(":process ps topcheck --no-such-option");
        window.awaitText("--no-such-option");
        window.press("Escape");
        window.awaitText("─ Groups");
        window.type("q");
    }

    @Test
    void allBoxesAreShownAndEnterOpensOne() {
        window.enter("monsh top --box all");
        window.awaitText("all boxes");
        window.awaitText("connection refused");
        window.type("/odk");
        window.press("Enter", "Enter");
        window.awaitText("▌ " + GROUP);
        window.press("Escape");
        window.awaitText("all boxes");
        window.type("q");
        window.await("the shell's prompt", () -> window.modes().equals(AS_A_SHELL));
    }
}
