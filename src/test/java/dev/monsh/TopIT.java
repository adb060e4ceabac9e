package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.SampleWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a box that is this machine and whose servers are all away, at the keyboard of a pseudo-terminal. */
class TopIT {

    private static final String GROUP = "topcheck-stream07";
    private static final String ALTERNATE_ON = "\u001b[?1049h";
    private static final String ALTERNATE_OFF = "\u001b[?1049l";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_Z = "\u001a";

    @TempDir
    private Path folder;

    private Launched monsh;
    private SampleWorker worker;
    private Path log;

    @BeforeEach
    void prepare() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stack"));
        log = stack.resolve("topcheck.log");
        Files.writeString(log, Instant.now() + " INFO first line\n");
        write(stack.resolve("process-exporter/config.yml"), """
                process_names:
                  - name: "{{.Matches.App}}-{{.Matches.Stream}}"
                    comm: [uvicorn]
                    cmdline: ['(?P<App>topcheck)_(?P<Stream>stream\\d+)']
                """);
        write(stack.resolve("promtail/promtail.yml"), """
                clients: [{url: "http://127.0.0.1:1/loki/api/v1/push"}]
                scrape_configs:
                  - job_name: topcheck
                    static_configs:
                      - targets: [localhost]
                        labels: {service: topcheck, __path__: "%s"}
                """.formatted(log));
        monsh = Launched.in(folder);
        monsh.configuration("""
                current: odk04
                boxes:
                  odk04: {stack: "%s", prometheus: {url: "http://127.0.0.1:1"}}
                """.formatted(stack));
        worker = SampleWorker.start(folder, "topcheck_stream07");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    private PseudoTerminal open(String... words) {
        return PseudoTerminal.open(monsh, 110, 40, words);
    }

    /** Opens a shell with job control, in which the dashboard is a job. */
    private PseudoTerminal shell() {
        return PseudoTerminal.open(monsh.by("/bin/bash"), 110, 40, "--norc", "--noprofile", "-i");
    }

    @Test
    void onceTheFrameIsTextWithTheGroupItsLogAndNothingElse() {
        Ended ended = monsh.run("top", "--once", "--size", "110x40", "--timeout", "15s");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("odk04", GROUP, "(no group)", "INFO first line")
                .doesNotContain("\u001b");
        assertThat(ended.out().lines()).hasSize(40).allMatch(line -> line.length() <= 110);
    }

    @Test
    void onceTheFrameIsDrawnAsSvg() throws IOException {
        Ended ended = monsh.run("top", "--once", "--size", "80x24", "--svg", "frame.svg", "--timeout", "15s");
        assertThat(ended.code()).isZero();
        assertThat(monsh.workingFolder().resolve("frame.svg"))
                .content()
                .startsWith("<svg ")
                .contains(GROUP)
                .endsWith("</svg>\n");
    }

    @Test
    void withoutATerminalItSaysWhatToDoInstead() {
        Ended ended = monsh.run("top");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("top: requires a terminal", "try: monsh top --once");
    }

    @Test
    void linesThatAreWrittenAppearAndEscapeCodesStayVisible() throws IOException {
        try (PseudoTerminal top = open("top")) {
            top.awaitText("INFO first line");
            String line = Instant.now() + " ERROR \u001b[2Jcleared?\n";
            Files.writeString(log, line, StandardOpenOption.APPEND);
            top.awaitText("ERROR \\e[2Jcleared?");
            top.type("q");
            assertThat(top.exitCode()).isZero();
        }
    }

    @Test
    void keysFilterExplainAndRunCommands() {
        try (PseudoTerminal top = open("top")) {
            top.awaitText(GROUP);
            top.type("/nothing of that name\r");
            top.awaitText("no group matches");
            top.type("\u001b");
            top.awaitText("▌ " + GROUP);
            top.type("e");
            top.awaitText("group " + GROUP + ", by rule 1");
            top.type("\u001b");
            top.type(":vers\t");
            top.awaitText(":version");
            top.type("\r");
            top.awaitText("monsh 0.1.0");
            top.type("qq");
            assertThat(top.exitCode()).isZero();
        }
    }

    @Test
    void aWorkerThatEndsStaysInTheListWithoutProcesses() {
        try (PseudoTerminal top = open("top")) {
            top.awaitText(GROUP);
            worker.close();
            top.awaitMatch(GROUP + " +0 ");
            top.type("q");
            assertThat(top.exitCode()).isZero();
        }
    }

    @Test
    void everyWayOutLeavesTheTerminalAsItWas() throws IOException {
        for (String way : List.of("q", CTRL_C, "TERM", "HUP")) {
            leave(way);
        }
    }

    private void leave(String way) throws IOException {
        try (PseudoTerminal bash = shell()) {
            bash.type("stty -g > before; monsh top; stty -g > after; echo over=$?\r");
            bash.awaitText(GROUP);
            if (way.length() > 1) {
                kill(way);
            } else {
                bash.type(way);
            }
            bash.awaitText("over=0");
            String written = bash.written();
            assertThat(written.lastIndexOf(ALTERNATE_OFF))
                    .as("after %s", way)
                    .isGreaterThan(written.lastIndexOf(ALTERNATE_ON));
            assertThat(written.lastIndexOf("\u001b[?25h"))
                    .as("cursor after %s", way)
                    .isGreaterThan(written.lastIndexOf("\u001b[?25l"));
            assertThat(written.lastIndexOf("\u001b[?1000l"))
                    .as("mouse after %s", way)
                    .isGreaterThan(written.lastIndexOf("\u001b[?1000h"));
            Path work = monsh.workingFolder();
            assertThat(Files.readString(work.resolve("after")))
                    .as("stty after %s", way)
                    .isEqualTo(Files.readString(work.resolve("before")));
        }
    }

    /** Sends a signal to the dashboard that the tests have started. */
    private static void kill(String signal) throws IOException {
        ProcessHandle java = ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .filter(each ->
                        List.of(each.info().arguments().orElse(new String[0])).contains("top"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(java.pid())).start();
    }

    @Test
    void ctrlZGivesTheShellBackAndFgTheScreen() {
        try (PseudoTerminal bash = shell()) {
            bash.type("monsh top\r");
            bash.awaitText(GROUP);
            bash.type(CTRL_Z);
            bash.awaitText("Stopped");
            bash.type("echo between=$((20+3))\r");
            bash.awaitText("between=23");
            int screens = bash.written().split("\u001b\\[\\?1049h", -1).length;
            bash.type("fg\r");
            bash.await("the screen again", () -> bash.written().split("\u001b\\[\\?1049h", -1).length > screens);
            bash.type("q");
            bash.await(
                    "the end of the screen",
                    () -> bash.written().lastIndexOf(ALTERNATE_OFF)
                            > bash.written().lastIndexOf(ALTERNATE_ON));
            bash.type("echo over=$((40+2))\r");
            bash.awaitText("over=42");
        }
    }

    @Test
    void aRecordingHasTheScreenInIt() throws IOException {
        try (PseudoTerminal top = open("top", "--record", "run.cast")) {
            top.awaitText(GROUP);
            top.type("q");
            assertThat(top.exitCode()).isZero();
        }
        List<String> lines = Files.readAllLines(monsh.workingFolder().resolve("run.cast"));
        assertThat(lines.getFirst()).startsWith("{\"version\":2,\"width\":110,\"height\":40,");
        assertThat(lines).anyMatch(line -> line.contains("\"o\"") && line.contains(GROUP));
        try (PseudoTerminal again = open("top", "--record", "run.cast")) {
            again.awaitText("run.cast: already exists");
            assertThat(again.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void atRestLittleIsWritten() throws InterruptedException {
        try (PseudoTerminal top = open("top")) {
            top.awaitText("INFO first line");
            Thread.sleep(Duration.ofSeconds(2));
            int before = top.written().length();
            Thread.sleep(Duration.ofSeconds(3));
            assertThat((top.written().length() - before) / 3).isLessThan(20_000);
            top.type("q");
            assertThat(top.exitCode()).isZero();
        }
    }
}
