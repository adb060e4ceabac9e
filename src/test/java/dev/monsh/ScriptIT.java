package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts, from a file and from stdin. The server answers {@code bad} with an error and all else with nothing. */
class ScriptIT {

    @TempDir
    private Path folder;

    private final FaultyServer server = FaultyServer.that((asked, socket) -> {
        boolean bad = asked.parameters("query").contains("bad");
        (bad
                        ? FaultyServer.answering(
                                "422 Unprocessable Entity",
                                "application/json",
                                "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too bad\"}")
                        : FaultyServer.answeringNothing())
                .answer(asked, socket);
    });
    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> queries() {
        return server.asked().stream()
                .flatMap(asked -> asked.parameters("query").stream())
                .toList();
    }

    private Ended run(String script, String... options) {
        Path file = monsh.file("check.monsh", script);
        String[] words = new String[options.length + 2];
        System.arraycopy(options, 0, words, 0, options.length);
        words[options.length] = "run";
        words[options.length + 1] = file.getFileName().toString();
        return monsh.run(words);
    }

    @Test
    void aScriptStopsAtItsFirstFailureWithThatCommandsCode() {
        Ended ended = run("query one\n\n# a comment\nquery bad\nquery three\n");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).isEqualTo("check.monsh:4: " + server.url() + ": too bad\n");
        assertThat(queries()).containsExactly("one", "bad");
    }

    @Test
    void keepGoingRunsOnAndEndsWithTheFirstFailuresCode() {
        monsh.file("check.monsh", "query one\nquery bad\nqurey\nquery four\n");
        Ended keptGoing = monsh.run("run", "--keep-going", "check.monsh");
        assertThat(keptGoing.code()).isEqualTo(5);
        assertThat(keptGoing.err().lines())
                .containsExactly(
                        "check.monsh:2: " + server.url() + ": too bad",
                        "check.monsh:3: qurey: no such command; did you mean query?",
                        "  try: monsh help");
        assertThat(queries()).containsExactly("one", "bad", "four");
    }

    @Test
    void anAnswerOfNoStopsAScriptAndSaysWhere() {
        Ended ended = run("query one\nquery --fail-on-empty two\nquery three\n");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("check.monsh:2: ");
        assertThat(queries()).containsExactly("one", "two");
    }

    @Test
    void aBackslashContinuesALineAndTheFailureNamesTheFirst() {
        Ended ended = run("query one + \\\n  two\n\nquery \\\n --fail-on-empty \\\nthree\nquery four\n");

        assertThat(queries()).containsExactly("one +   two", "three");
        assertThat(ended.err()).startsWith("check.monsh:4: ");
    }

    @Test
    void commentsBlankLinesTabsAndWindowsLineEndsArePassedOver() {
        Ended ended =
                run("\ufeff# first\r\n\r\n\tquery one\r\n   # indented\r\nquery 'two'  # behind\r\nquery three # part");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(queries()).containsExactly("one", "two", "three # part");
    }

    @Test
    void stdinIsAScriptToo() {
        Ended ended = monsh.reading("query one\nquery bad\nquery three\n").run();

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).isEqualTo("stdin:2: " + server.url() + ": too bad\n");
        assertThat(queries()).containsExactly("one", "bad");
    }

    @Test
    void aDashIsTheScriptOnStdin() {
        Ended ended = monsh.reading("query one\nquery bad\nquery three\n").run("run", "--keep-going", "-");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).contains("stdin:2: ");
        assertThat(queries()).containsExactly("one", "bad", "three");
    }

    @Test
    void exitEndsAScriptWithZero() {
        assertThat(monsh.reading("query one\nexit\nquery two\n").run().code()).isZero();
        assertThat(queries()).containsExactly("one");
    }

    @Test
    void globalOptionsHoldForEveryCommandOfAScript() {
        Ended ended = run("query 'vector(1)'\nquery -o json two\nversion\n", "--output", "csv");

        assertThat(ended.code()).isZero();
        assertThat(ended.lines().subList(0, 2))
                .containsExactly("timestamp,value", "{\"resultType\":\"vector\",\"result\":[]}");

        String configuration = "boxes: {a: {prometheus: {url: \"http://127.0.0.1:1\"}}, b: {prometheus: {url: \""
                + server.url() + "\"}}}\n";
        monsh.configuration(configuration);
        Launched configured = monsh.without("MONSH_PROMETHEUS_URL");
        configured.file("boxed.monsh", "query five\n");
        assertThat(configured.run("--box", "a", "run", "boxed.monsh").code()).isEqualTo(3);
        assertThat(configured.run("run", "boxed.monsh", "--box", "b").code()).isZero();
        assertThat(configured.reading("query six\n").run("--box=b").code()).isZero();
        assertThat(queries()).endsWith("five", "six");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithItsColumn() {
        Ended ended = run("query 'one\n");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("check.monsh:1: column 7: the ' opened here is not closed");
    }

    @Test
    void commandsThatArePipedInRunAsTheyCome() {
        Ended ended = monsh.shell(
                "{ echo 'version'; sleep 2; echo 'version'; } | monsh" + " | while read -r line; do date +%s; done");

        List<String> seconds = ended.lines();
        assertThat(seconds).hasSize(2);
        assertThat(Long.parseLong(seconds.getLast()) - Long.parseLong(seconds.getFirst()))
                .isPositive();
    }

    @Test
    void aScriptOfAFolderOrOfNothingIsAUsageError() {
        assertThat(monsh.run("run", ".").err()).contains("is a folder");
        assertThat(monsh.run("run", "nothing").err()).contains("nothing: file not found");
        assertThat(run("").code()).isZero();
    }
}
