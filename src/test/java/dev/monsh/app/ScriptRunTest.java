package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunTest {

    private static final String ONE = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
            + "[{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"value\":[1795343400,\"1\"]}]}}";

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
    void commandsOnStdinRunOneAfterTheOther() {
        answer(200, ONE);
        answer(200, ONE);
        assertThat(program.runWith("# two\nquery -o raw up\n\nquery -o raw \\\nup\nexit\nquery nope\n"))
                .isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEqualTo("1\n1\n");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aScriptStopsAtItsFirstFailureAndTellsItsPlace() {
        answer(200, ONE);
        answer(422, "{\"errorType\":\"execution\",\"error\":\"why\"}");
        assertThat(program.runWith("query -o raw up\n# x\nquery -o raw a \\\n+ b\nquery -o raw up\n"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(program.out()).isEqualTo("1\n");
        assertThat(program.err()).isEqualTo("stdin:3: http://127.0.0.1:" + server.getPort() + ": why\n");
    }

    @Test
    void aScriptFileRunsUnderItsName() throws IOException {
        answer(200, ONE);
        Path file = script("query -o raw up\nqurey up\nquery up\n");
        assertThat(program.run("run", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(program.out()).isEqualTo("1\n");
        assertThat(program.err())
                .isEqualTo(file + ":2: qurey: no such command; did you mean query?\n  try: monsh help\n");
    }

    @Test
    void keepGoingRunsOnAndEndsWithTheFirstFailure() throws IOException {
        answer(500, "no");
        answer(200, ONE);
        answer(401, "no");
        Path file = script("query up\nquery -o raw up\nbox use 'x\nquery up\n");
        assertThat(program.run("run", "--keep-going", file.toString())).isEqualTo(ExitCode.REJECTED);
        assertThat(program.out()).isEqualTo("1\n");
        assertThat(program.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":1: http").endsWith("500 Server Error: no"),
                        line -> assertThat(line).isEqualTo(file + ":3: column 9: the ' opened here is not closed"),
                        line -> assertThat(line).startsWith(file + ":4: http").contains("401"),
                        line -> assertThat(line).isEqualTo("  try: monsh config show"));
    }

    @Test
    void anAnswerOfNoStopsAScriptWithAWord() throws IOException {
        answer(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        Path file = script("query --fail-on-empty up\nversion\n");
        assertThat(program.run("run", file.toString())).isEqualTo(ExitCode.NO);
        assertThat(program.out()).isEmpty();
        assertThat(program.err())
                .isEqualTo(file + ":1: ended with exit code 1; the script stops here (--keep-going continues)\n");
    }

    @Test
    void globalOptionsHoldForEveryCommandOfAScript() throws IOException {
        answer(200, ONE);
        answer(200, ONE);
        Path file = script("query up\nquery -o raw up\n");
        assertThat(program.run("-o", "csv", "run", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEqualTo("__name__,job,timestamp,value\nup,a,2026-11-22T10:30:00Z,1\n1\n");
        answer(200, ONE);
        assertThat(program.runWith("query up\n", "-o", "raw")).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEqualTo("1\n");
    }

    @Test
    void aLineWithOptionsAloneIsAUsageError() {
        assertThat(program.runWith("-q\n")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).isEqualTo("stdin:1: options: are given without a command\n  try: monsh help\n");
        assertThat(program.runWith("--version\n--help\n")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aScriptThatRunsItselfIsStopped() throws IOException {
        Path file = script("version\nrun check.monsh\n");
        Files.writeString(file, "version\nrun " + file + "\n");
        assertThat(program.run("run", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).isEqualTo(file + ":2: " + file + ": is running already; a script can't run itself\n");
        assertThat(program.out().lines()).hasSize(1);
    }

    @Test
    void scriptsMayRunTheSameScriptOneAfterTheOther() throws IOException {
        Path inner = Files.writeString(folder.resolve("inner"), "version\n");
        Path file = script("run " + inner + "\nrun " + inner + "\n");
        assertThat(program.run("run", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(program.out().lines()).hasSize(2);
    }

    @Test
    void aMissingScriptIsAUsageError() {
        assertThat(program.run("run", folder.resolve("no").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).isEqualTo("monsh: " + folder.resolve("no") + ": file not found\n");
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("check.monsh"), text);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
