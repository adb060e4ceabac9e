package dev.monsh.adapter.http.client;

import static dev.monsh.adapter.http.prometheus.Prometheus.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.adapter.http.RecordingHandler;
import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.testing.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way to a server and back, whichever client is on the way: each gives the same failure. */
abstract class TransportContract {

    /**
     * Opens a source over the client under test.
     *
     * @param timeout how long a call may take in all
     */
    abstract PrometheusSource open(String url, Optional<Duration> timeout);

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad_data, REJECTED, query: why",
        "422, execution, REJECTED, URL: why",
        "500, internal, REJECTED, URL: why",
        "404, not_found, REJECTED, URL: why",
        "503, timeout, TIMED_OUT, URL: why",
        "503, canceled, TIMED_OUT, URL: why",
        "503, unavailable, UNREACHABLE, URL: 503 Server Error: why"
    })
    void anErrorOfTheApiIsToldByItsType(int status, String type, ExitCode code, String message) {
        server.enqueue(Prometheus.json(
                status, "{\"status\":\"error\",\"data\":null,\"errorType\":\"" + type + "\",\"error\":\"why\"}"));
        MonshException failure = failure();
        assertThat(failure.exitCode()).isEqualTo(code);
        assertThat(failure).hasMessage(message.replace("URL", Prometheus.url(server)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "401 ~ REFUSED     ~ 401 Client Error: it requires a user name and password or a token, and got none or a wrong one",
                "403 ~ REFUSED     ~ 403 Client Error: not allowed",
                "404 ~ REJECTED    ~ 404 Client Error: no such API here; is this the right address?",
                "429 ~ UNREACHABLE ~ 429 too many requests: text of the server",
                "500 ~ REJECTED    ~ 500 Server Error: text of the server",
                "502 ~ UNREACHABLE ~ 502 Server Error: the proxy at this address answers, but it cannot reach the server behind it: text of the server",
                "503 ~ UNREACHABLE ~ 503 Server Error: text of the server",
                "504 ~ UNREACHABLE ~ 504 Server Error: the proxy at this address answers, but it cannot reach the server behind it: text of the server"
            })
    void aStatusThatIsNoSuccessIsAFailureOfItsKind(int status, ExitCode code, String why) {
        MockResponse answer = new MockResponse.Builder()
                .code(status)
                .body("text of the server\n")
                .build();
        server.enqueue(answer);
        if (status == 403) {
            // a proxy that refuses POST alone answers so, too: it is asked once more by GET
            server.enqueue(answer);
        }
        MonshException failure = failure();
        assertThat(failure.exitCode()).isEqualTo(code);
        assertThat(failure.what()).isEqualTo(Prometheus.url(server));
        assertThat(failure.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "200 ~ REJECTED    ~ 200 OK: a web page (\"Sign in\") instead of JSON; is this the right address?",
                "404 ~ REJECTED    ~ 404 Client Error: a web page (\"Sign in\") instead of JSON; is this the right address?",
                "500 ~ UNREACHABLE ~ 500 Server Error: the server or a proxy failed, with a web page (\"Sign in\") instead of JSON",
                "429 ~ UNREACHABLE ~ 429 too many requests",
                "401 ~ REFUSED     ~ 401 Client Error: it requires a user name and password or a token, and got none or a wrong one",
                "502 ~ UNREACHABLE ~ 502 Server Error: the proxy at this address answers, but it cannot reach the server behind it",
                "503 ~ UNREACHABLE ~ 503 Server Error: the proxy at this address answers, but it cannot reach the server behind it",
                "504 ~ UNREACHABLE ~ 504 Server Error: the proxy at this address answers, but it cannot reach the server behind it"
            })
    void aWebPageIsNoAnswer(int status, ExitCode code, String why) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "Text/HTML; charset=utf-8")
                .body("<html><head>\n<TITLE>\n Sign in </TITLE></head><body>…</body></html>")
                .build());
        MonshException failure = failure();
        assertThat(failure.exitCode()).isEqualTo(code);
        assertThat(failure.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"502, UNREACHABLE", "500, UNREACHABLE", "418, REJECTED"})
    void aPageWithoutItsTypeIsOneByItsFirstCharacter(int status, ExitCode code) {
        server.enqueue(
                new MockResponse.Builder().code(status).body(" <h1>nginx</h1>").build());
        MonshException failure = failure();
        assertThat(failure.exitCode()).isEqualTo(code);
        assertThat(failure.why()).doesNotContain("<h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"3600 ~ in 3600 s", "Fri, 31 Dec 1999 23:59:59 GMT ~ after Fri, 31 Dec 1999 23:59:59 GMT"})
    void whenToTryAgainIsSaidWhereTheServerSaysIt(String header, String when) {
        for (int status : new int[] {429, 503}) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .setHeader("Content-Type", "text/html")
                    .setHeader("Retry-After", header)
                    .body("<html>later</html>")
                    .build());
            assertThat(failure()).isInstanceOf(UnreachableException.class).hasMessageEndingWith("; try again " + when);
        }
    }

    @Test
    void anAnswerOfWhichOnlyAPartComesIsNoAnswer() {
        server.enqueue(
                Prometheus.json(206, "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"));
        assertThat(failure()).isInstanceOf(RejectedException.class).hasMessageContaining("206");
    }

    @Test
    void aFloodOfInterimAnswersIsAFailureLikeOthers() throws IOException {
        try (RawServer raw = RawServer.answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000))) {
            assertThatThrownBy(() -> open(raw.url(), Optional.empty()).query(UP, new RecordingHandler()))
                    .isInstanceOf(MonshException.class)
                    .hasMessageStartingWith(raw.url() + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", "http://elsewhere.example/login")
                .setHeader("Content-Type", "text/html")
                .body("<html>moved</html>")
                .build());
        MonshException failure = failure();
        assertThat(failure).isInstanceOf(RejectedException.class);
        assertThat(failure.why()).isEqualTo(status + " Redirection: redirects to http://elsewhere.example/login");
        assertThat(failure.next()).isEqualTo(new NextStep.Text("monsh config show"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aProxyThatWantsAPasswordRefuses() {
        server.enqueue(new MockResponse.Builder().code(407).build());
        MonshException failure = failure();
        assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(failure.why()).startsWith("407").contains("proxy").endsWith("requires a user name and password");
    }

    @Test
    void anEmptyErrorIsItsStatusAlone() {
        server.enqueue(new MockResponse.Builder().code(500).build());
        assertThat(failure().why()).isEqualTo("500 Server Error");
        server.enqueue(new MockResponse.Builder().status("HTTP/1.1 500 ").build());
        assertThat(failure().why()).isEqualTo("500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{not json}",
                "{\"error\":{\"a\":1}}",
                "{\"error\":null}",
                "{\"message\":\"x\"}",
                "{\"errorType\":5}"
            })
    void anErrorThatOnlyLooksLikeTheApisIsShownAsItCame(String body) {
        server.enqueue(Prometheus.json(500, body));
        MonshException failure = failure();
        assertThat(failure).isInstanceOf(RejectedException.class);
        assertThat(failure.why()).isEqualTo("500 Server Error: " + body);
    }

    @Test
    void theFaultOfAnExpressionIsPointedAt() {
        server.enqueue(Prometheus.json(
                400,
                "{\"status\":\"error\",\"errorType\":\"bad_data\","
                        + "\"error\":\"invalid parameter \\\"query\\\": 1:3: parse error: unexpected identifier\"}"));
        assertThat(failure())
                .hasMessage("query: invalid parameter \"query\": 1:3: parse error: unexpected identifier\n  up\n    ^");
    }

    @Test
    void nothingThatListensIsAnUnreachableServer() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port;
        assertThatThrownBy(() -> open(url, Optional.empty()).query(UP, new RecordingHandler()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(url + ": connection refused: nothing listens there");
    }

    @Test
    void aHostNameThatIsNoneIsAnUnreachableServer() {
        assertThatThrownBy(() -> open("http://no-such-box.invalid:9090", Optional.empty())
                        .query(UP, new RecordingHandler()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("http://no-such-box.invalid:9090: the host name can't be resolved");
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsToldWithTheTimeAllowed() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThatThrownBy(() -> timed(Duration.ofMillis(200)).query(UP, new RecordingHandler()))
                .isInstanceOf(TimedOutException.class)
                .hasMessage(Prometheus.url(server) + ": no complete answer within 200ms");
    }

    @Test
    void aServerThatDripsItsAnswerIsTimedAsAWhole() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + " ".repeat(3000))
                .throttleBody(10, 50, TimeUnit.MILLISECONDS)
                .build());
        long start = System.nanoTime();
        assertThatThrownBy(() -> timed(Duration.ofMillis(300)).query(UP, new RecordingHandler()))
                .isInstanceOf(TimedOutException.class)
                .hasMessage(Prometheus.url(server) + ": no complete answer within 300ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theTimeAllowedIsToldToTheServerAsWell() throws InterruptedException {
        server.enqueue(Prometheus.data("{\"resultType\":\"vector\",\"result\":[]}"));
        timed(Duration.ofSeconds(7)).query(UP, new RecordingHandler());
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("query=up&timeout=7000ms");
    }

    @Test
    void anInterruptEndsTheWaitAtOnce() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(SocketEffect.Stall.INSTANCE)
                .build());
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                open(Prometheus.url(server), Optional.empty()).query(UP, new RecordingHandler());
            } catch (RuntimeException e) {
                seen.set(e);
            }
        });
        Thread.sleep(300);
        worker.interrupt();
        assertThat(worker.join(Duration.ofSeconds(5))).isTrue();
        assertThat(seen.get()).isInstanceOf(InterruptedByUserException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"status\":\"success\",",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"status\":\"success\",\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n500\r\n{\"status\":\"success\",\"data\":{",
                "HTTP/1.1 200 OK\r\n\r\n{\"status\":\"succ",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
                ""
            })
    void aConnectionThatEndsWithinAnAnswerIsAnUnreachableServer(String bytes) throws IOException {
        try (RawServer raw = RawServer.answering(bytes)) {
            assertThatThrownBy(() -> open(raw.url(), Optional.empty()).query(UP, new RecordingHandler()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(raw.url() + ": the connection closed before the answer was complete");
        }
    }

    @Test
    void aServerOfAnotherProtocolIsToldAsSuch() throws IOException {
        try (RawServer raw = RawServer.answering("SSH-2.0-OpenSSH_9.2\r\n")) {
            assertThatThrownBy(() -> open(raw.url(), Optional.empty()).query(UP, new RecordingHandler()))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageStartingWith(raw.url() + ": no HTTP server answers there: ");
        }
    }

    private PrometheusSource timed(Duration timeout) {
        return open(Prometheus.url(server), Optional.of(timeout));
    }

    private MonshException failure() {
        return catchThrowableOfType(
                MonshException.class,
                () -> open(Prometheus.url(server), Optional.empty()).query(UP, new RecordingHandler()));
    }
}
