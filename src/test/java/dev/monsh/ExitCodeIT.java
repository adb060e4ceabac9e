package dev.monsh;

import static dev.monsh.testing.FaultyServer.answering;
import static dev.monsh.testing.FaultyServer.answeringJson;
import static dev.monsh.testing.FaultyServer.answeringNothing;
import static dev.monsh.testing.FaultyServer.answeringWithLength;
import static dev.monsh.testing.FaultyServer.cuttingChunksBehind;
import static dev.monsh.testing.FaultyServer.hangingUp;
import static dev.monsh.testing.FaultyServer.resetting;
import static dev.monsh.testing.FaultyServer.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.FaultyServer.Behaviour;
import dev.monsh.testing.Launched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong ends in the exit code of the contract and in one clear message, never in a stack trace. */
class ExitCodeIT {

    private static final String HALF_AN_ANSWER =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":\"b\"},";

    @TempDir
    private Path folder;

    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
    }

    private static Stream<Arguments> faults() {
        String page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>who are you?</body></html>";
        return Stream.of(
                Arguments.of("401", answering("401 Unauthorized", "text/plain", "no\n"), 4, "401 Unauthorized"),
                Arguments.of("403", answering("403 Forbidden", "text/html", page), 4, "403 Forbidden"),
                Arguments.of("a page", answering("200 OK", "text/html", page), 5, "Sign in"),
                Arguments.of(
                        "a page of a proxy", answering("502 Bad Gateway", "text/html", page), 3, "502 Bad Gateway"),
                Arguments.of("no JSON", answeringJson("up 1\n"), 5, "JSON"),
                Arguments.of("bad JSON", answeringJson("{\"status\":\"success\",\"data\":{]}"), 5, "JSON"),
                Arguments.of("other JSON", answeringJson("[1]"), 5, "JSON"),
                Arguments.of("JSON of another API", answeringJson("{\"ok\":true}"), 5, "right address"),
                Arguments.of(
                        "half a body",
                        answeringWithLength("200 OK", "application/json", HALF_AN_ANSWER, 9999),
                        3,
                        "closed before"),
                Arguments.of("half the chunks", cuttingChunksBehind(HALF_AN_ANSWER), 3, "closed before"),
                Arguments.of("half the JSON", answeringJson(HALF_AN_ANSWER), 5, "JSON"),
                Arguments.of("no body", answeringJson(""), 5, "JSON"),
                Arguments.of("no answer", hangingUp(), 3, ""),
                Arguments.of("a reset", resetting(), 3, ""),
                Arguments.of("a redirect", answering("302 Found", "text/plain", ""), 5, "302 Found"),
                Arguments.of("404", answering("404 Not Found", "text/plain", "404 page not found\n"), 5, "404"),
                Arguments.of("503", answering("503 Service Unavailable", "text/plain", "starting\n"), 3, "starting"),
                Arguments.of(
                        "a query's timeout",
                        answering(
                                "503 Service Unavailable",
                                "application/json",
                                "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}"),
                        8,
                        "query timed out"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultOfTheServerIsToldInOneLine(String name, Behaviour behaviour, int code, String says) {
        try (FaultyServer server = FaultyServer.that(behaviour)) {
            Ended ended = monsh.asking(server.url()).run("query", "up");

            assertThat(ended.code()).describedAs(ended.toString()).isEqualTo(code);
            assertThat(ended.err()).startsWith("monsh: " + server.url() + ": ").contains(says);
            assertThat(ended.err().lines().filter(line -> !line.startsWith("  try: ")))
                    .hasSize(1);
        }
    }

    @Test
    void halfAnAnswerNeverLooksLikeAWholeOne() {
        for (Behaviour behaviour : List.of(
                answeringWithLength("200 OK", "application/json", HALF_AN_ANSWER, 9999),
                cuttingChunksBehind(HALF_AN_ANSWER),
                answeringJson(HALF_AN_ANSWER))) {
            try (FaultyServer server = FaultyServer.that(behaviour)) {
                assertThat(monsh.asking(server.url())
                                .run("query", "up", "-o", "json")
                                .out())
                        .isSubstringOf("{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":\"b\"}");
            }
        }
    }

    @Test
    void aServerThatIsDownIsUnreachable() {
        Ended ended = monsh.asking("http://127.0.0.1:1").run("query", "up");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("monsh: http://127.0.0.1:1: connection refused");
    }

    @Test
    void aHostThatHasNoAddressIsUnreachable() {
        Ended ended = monsh.asking("http://nobody.invalid").run("query", "up");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("nobody.invalid", "resolved").doesNotContain("Exception");
    }

    @Test
    void aSlowServerTimesOut() {
        try (FaultyServer server = FaultyServer.that(waiting())) {
            long start = System.nanoTime();
            Ended ended = monsh.asking(server.url()).run("query", "up", "--timeout", "300ms");

            assertThat(ended.code()).isEqualTo(8);
            assertThat(ended.err()).contains("300ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        Ended ended = monsh.run("qurey", "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("monsh: qurey: no such command; did you mean query?\n  try: monsh help\n");
        assertThat(monsh.run("metrics", "series").code()).isEqualTo(2);
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        Ended ended = monsh.run("query", "--stpe", "3s", "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("monsh: query --stpe: no such option; did you mean --step?\n  try: monsh help query\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query",
                "query ''",
                "query up down",
                "query up -o yaml",
                "query up -o",
                "query up --range",
                "query up --range 5",
                "query up --range 5m --start now-1h",
                "query up --at yesterday",
                "query up --start now --end now-1h",
                "query up --step 5s",
                "query --range 30d --step 1s up",
                "query up --timeout soon",
                "query --quiet=yes up",
                "metrics '('",
                "run",
                "run nothing.monsh",
                "config",
                "--box nobody query up",
                "--config nothing.yml query up",
                "-Z"
            })
    void aWrongCallIsAUsageError(String call) {
        Ended ended = monsh.shell("monsh " + call);

        assertThat(ended.code()).describedAs(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isNotBlank().doesNotContain("Exception", "\tat ", "    at ");
    }

    @Test
    void anEmptyResultIsANoWhenAskedToFail() {
        try (FaultyServer server = FaultyServer.that(answeringNothing())) {
            for (String format : new String[] {"tsv", "csv", "json", "jsonl", "raw", "table", "graph"}) {
                Launched asking = monsh.asking(server.url());
                assertThat(asking.run("query", "up", "--fail-on-empty", "-o", format)
                                .code())
                        .isEqualTo(1);
            }
            assertThat(monsh.asking(server.url()).run("query", "up").code()).isZero();
        }
    }

    @Test
    void aWarningOfTheServerIsToldAndFailsWhenAskedTo() {
        String answer = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                + "\"warnings\":[\"half of it \\u001b[31mis missing\"],\"infos\":[\"by the way\"]}";
        try (FaultyServer server = FaultyServer.that(answeringJson(answer))) {
            Ended ended = monsh.asking(server.url()).run("query", "up", "--warn-as-error");

            assertThat(ended.code()).isEqualTo(6);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .isEqualTo("monsh: warning: half of it \\e[31mis missing\nmonsh: info: by the way\n");
        }
    }
}
