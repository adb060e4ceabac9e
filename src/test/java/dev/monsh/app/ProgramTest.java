package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FailingStream;
import dev.monsh.testing.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    private static final String ONE = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
            + "[{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"value\":[1795343400,\"1\"]}]}}";
    private static final String NONE =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},\"warnings\":[\"careful\"]}";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private FakeSurroundings program = FakeSurroundings.in(Path.of("/"), Map.of());

    @BeforeEach
    void start() throws IOException {
        server.start();
        program = FakeSurroundings.in(folder, Map.of("MONSH_PROMETHEUS_URL", "http://127.0.0.1:" + server.getPort()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aQueryIsAskedWithItsExpressionAndPrintedForAScript() throws InterruptedException {
        answer(200, ONE);
        assertThat(program.run("query", "up{a=\"b  c\"}")).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEqualTo("up\ta\t2026-11-22T10:30:00Z\t1\n");
        assertThat(program.err()).isEmpty();
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("query=up%7Ba%3D%22b++c%22%7D");
    }

    @Test
    void aPatternThatMatchesNoMetricEndsWithOneAndOnATerminalWithWords() {
        answer(200, "{\"status\":\"success\",\"data\":{}}");
        answer(200, "{\"status\":\"success\",\"data\":[\"up\"]}");
        assertThat(program.run("metrics", "nosuch")).isEqualTo(ExitCode.NO);
        assertThat(program.out() + program.err()).isEmpty();
        FakeSurroundings terminal = program.withProfile(Profiles.terminal(80));
        answer(200, "{\"status\":\"success\",\"data\":[]}");
        assertThat(terminal.run("metrics", "labels", "nosuch")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.err()).isEqualTo("no values of the label nosuch\n");
    }

    @Test
    void onATerminalItIsATable() {
        answer(200, ONE);
        FakeSurroundings terminal = program.withProfile(Profiles.terminal(80));
        assertThat(terminal.run("query", "up")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).isEqualTo("metric  job  value\nup      a        1\n");
    }

    @Test
    void warningsGoToStderrAndCanBeAnError() {
        answer(200, NONE);
        assertThat(program.run("query", "up")).isEqualTo(ExitCode.DONE);
        assertThat(program.err()).isEqualTo("monsh: warning: careful\n");
        answer(200, NONE);
        assertThat(program.run("query", "up", "--warn-as-error")).isEqualTo(ExitCode.PARTIAL);
        answer(200, NONE);
        assertThat(program.run("query", "up", "--fail-on-empty")).isEqualTo(ExitCode.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, REFUSED",
        "403, REFUSED",
        "500, REJECTED",
        "502, UNREACHABLE",
        "504, UNREACHABLE",
        "302, REJECTED"
    })
    void theServersFailureIsTheExitCode(int status, ExitCode code) {
        answer(status, "no");
        if (status == 403) {
            // a proxy may let reads pass: the same is asked with GET
            answer(status, "no");
        }
        assertThat(program.run("query", "up")).isEqualTo(code);
        assertThat(program.out()).isEmpty();
        assertThat(program.err()).startsWith("monsh: http://127.0.0.1:" + server.getPort() + ": " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "qurey                             ~ monsh: qurey: no such command; did you mean query?",
                "query                             ~ monsh: query: needs EXPR",
                "query up --nope                   ~ monsh: query --nope: no such option",
                "query up -o yaml                  ~ monsh: query: has no output form yaml; it has table|tsv|csv|json|jsonl|raw|graph",
                "query up --range 1h --at now      ~ monsh: --at: cannot be combined with --range or --start; use --end for the end of a range",
                "query up --range 1h --start now   ~ monsh: query: give --range or --start, not both",
                "query up --end now                ~ monsh: query: --end and --step need --range or --start",
                "query up --start now --end now-1h ~ monsh: --start: is after the end of the range",
                "query up --range 1h --step 0      ~ monsh: --step 0: must be longer than 0",
                "query up --range 30d --step 1s    ~ monsh: --step 1s: gives 2592001 points per series; Prometheus allows 11000",
                "query up --at 1e12                ~ monsh: --at 1e12: is outside the years 0000 to 9999",
                "query up --timeout 0              ~ monsh: --timeout 0: must be longer than 0",
                "query up --watch 1ms              ~ monsh: --watch: must be at least 100ms",
                "box                               ~ monsh: box: needs one of: add, list, offboard, onboard, remove, show, use",
                "help nope                         ~ monsh: nope: no such command",
                "metrics [                         ~ monsh: metrics [: isn't a regular expression: Unclosed character class at character 1",
                "version -o json                   ~ monsh: version: prints text only; it has no output forms for -o",
                "history -o tsv                    ~ monsh: history: prints text only; it has no output forms for -o",
                "logs {} --since 0                 ~ monsh: --since 0: must be longer than 0",
                "--box                             ~ monsh: --box: needs a value: NAME",
                "-o xml                            ~ monsh: --output xml: no such output form; there are table|tsv|csv|json|jsonl|raw|graph|yaml",
                "query up --box nope               ~ monsh: box 'nope': no box has this name; there is local"
            })
    void aWrongCallIsOneLineAndExitCodeTwo(String call, String message) {
        assertThat(program.run(call.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(program.out()).isEmpty();
        assertThat(program.err().lines().findFirst()).contains(message);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "version", "query up --version", "-q --version box"})
    void theVersionIsPrintedWhateverElseIsAsked(String call) {
        assertThat(program.run(call.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).startsWith("monsh ").contains("(Java 25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--help ~ monsh is the console",
                "help ~ monsh is the console",
                "query -h ~ monsh query: ",
                "help query ~ monsh query: ",
                "-h query up ~ monsh query: ",
                "help box ~ monsh box …",
                "box --help ~ monsh box …",
                "help box list ~ monsh box list: "
            })
    void helpIsPrintedForWhatIsCalled(String call, String start) {
        assertThat(program.run(call.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).startsWith(start);
    }

    @Test
    void verboseShowsTheStackTrace() {
        assertThat(program.run("query", "--nope")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).doesNotContain("at dev.monsh");
        program.run("query", "--verbose", "up", "-o", "yaml");
        assertThat(program.err()).contains("    at dev.monsh.");
        program.run("query", "--verbose", "--nope");
        assertThat(program.err()).contains("    at dev.monsh.");
    }

    @Test
    void aReaderOfTheOutputThatHasGoneIsNoFailure() {
        answer(200, ONE);
        CapturedConsole captured = CapturedConsole.piped();
        Console console = new Console(
                new Output(FailingStream.closedPipe()), captured.console().out(), Profiles.pipe(), false);
        assertThat(Program.in(program.surroundings("", console)).run(List.of("query", "up")))
                .isEqualTo(ExitCode.DONE);
        assertThat(captured.out()).isEmpty();
        assertThat(Program.in(program.surroundings("", console)).run(List.of("--help")))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aDiskThatIsFullMeansAPartOfTheAnswer() {
        answer(200, ONE);
        CapturedConsole captured = CapturedConsole.piped();
        Console console = new Console(
                new Output(new FailingStream("No space left on device")),
                captured.console().out(),
                Profiles.pipe(),
                false);
        assertThat(Program.in(program.surroundings("", console)).run(List.of("query", "up")))
                .isEqualTo(ExitCode.PARTIAL);
        assertThat(captured.out())
                .isEqualTo("monsh: output: the output could not be written completely: No space left on device\n");
    }

    @Test
    void aFailureWithNobodyToTellStillHasItsCode() {
        Console console = new Console(
                CapturedConsole.piped().console().out(),
                new Output(FailingStream.closedPipe()),
                Profiles.pipe(),
                false);
        assertThat(Program.in(program.surroundings("", console)).run(List.of("nope")))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theConfigurationsFaultsAreToldWithTheirPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yml"), "boxes:\n  a:\n    prometheus: {url: nope}\n    x: 1\n");
        assertThat(program.run("--config", file.toString(), "query", "up")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()
                        .lines()
                        .filter(line -> line.startsWith("monsh: " + file + ":"))
                        .count())
                .isEqualTo(2);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
