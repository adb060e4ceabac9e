package dev.monsh.adapter.http;

import static dev.monsh.adapter.http.prometheus.Prometheus.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are cut, or are not those of the API. */
class WrongAnswerTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCopyOfACutAnswerDoesNotLookWhole() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":\"1\"},\"val")
                .build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Prometheus.at(server).copyData(UP, out)).isInstanceOf(UnreachableException.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]").doesNotEndWith("}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":\"1\"},\"value\":[1,\"",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},\"warnings\":[\"a\"",
                "{\"status\":\"success\",\"data\":{",
                "{\"status\":\"succ",
                "{"
            })
    void anAnswerThatEndsEarlyIsAFailureWhereverItEnds(String body) {
        for (boolean chunked : new boolean[] {false, true}) {
            MockResponse.Builder response = new MockResponse.Builder();
            server.enqueue((chunked ? response.chunkedBody(body, 7) : response.body(body)).build());
            assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(Prometheus.url(server) + ": the connection closed before the answer was complete");
            server.enqueue(response.build());
            assertThatThrownBy(() -> Prometheus.at(server).copyData(UP, new ByteArrayOutputStream()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(Prometheus.url(server) + ": the connection closed before the answer was complete");
        }
    }

    @Test
    void aConnectionThatBreaksWithinAnAnswerIsAFailure() {
        String body =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":["
                        + "[1,\"2\"],".repeat(100_000);
        for (boolean chunked : new boolean[] {false, true}) {
            MockResponse.Builder response = new MockResponse.Builder();
            server.enqueue((chunked ? response.chunkedBody(body, 1000) : response.body(body))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageStartingWith(Prometheus.url(server) + ": the ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1e30,\"1\"]", "[1e400,\"1\"]", "[1,\"zzz\"]", "[1,\"\"]", "[1,\"1e\"]", "[]", "[1,\"1-2\"]"})
    void aSampleThatIsNoTimeAndNumberIsRejected(String sample) {
        server.enqueue(
                Prometheus.data("{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":" + sample + "}]}"));
        assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("not the JSON of its API: a sample");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "1e-05", "1.5E+300", "NaN", "+Inf", "-Inf", "Inf", ".5", "5."})
    void everyNumberThatGoPrintsIsOne(String value) {
        server.enqueue(Prometheus.data(
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"" + value + "\"]}]}"));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler()).empty())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{\"status\":\"success\"}", "]", "\u0000"})
    void whatFollowsAnAnswerMakesItNone(String more) {
        String body = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}" + more;
        server.enqueue(Prometheus.json(body));
        assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"data\":null", ",\"data\":5", ",\"data\":\"x\""})
    void aListWithoutDataIsRejected(String data) {
        PrometheusSource source = Prometheus.at(server);
        List<ThrowingCallable> calls = List.of(
                () -> source.labelNames(List.of()),
                () -> source.labelValues("a", List.of()),
                () -> source.series(List.of("up"), labels -> {}),
                source::metadata,
                source::targets,
                source::rules,
                source::alerts,
                source::cardinality);
        for (ThrowingCallable call : calls) {
            server.enqueue(Prometheus.json("{\"status\":\"success\"" + data + "}"));
            assertThatThrownBy(call).isInstanceOf(RejectedException.class).hasMessageContaining("data");
        }
    }

    @Test
    void aCountThatIsNoNumberIsRejected() {
        server.enqueue(Prometheus.data("{\"headStats\":{\"numSeries\":\"many\"}}"));
        assertThatThrownBy(() -> Prometheus.at(server).cardinality())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("a count is not a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "§§                                      ~ the answer is not the JSON object of its API; is this the right address?",
                "[]                                      ~ the answer is not the JSON object of its API; is this the right address?",
                "\"x\"                                   ~ the answer is not the JSON object of its API; is this the right address?",
                "null                                    ~ the answer is not the JSON object of its API; is this the right address?",
                "{}                                      ~ the answer has no status; is this the right address?",
                "{\"healthy\":true}                      ~ the answer has no status; is this the right address?",
                "{\"status\":\"success\"}                ~ the answer contains no data; is this the right address?",
                "{\"status\":\"ok\"}                     ~ the answer contains no data; is this the right address?",
                "{\"status\":\"success\",\"data\":null}  ~ the answer is not the JSON of its API: data is not in the API's format",
                "{\"data\":null,\"status\":\"success\"}  ~ the answer is not the JSON of its API: data is not in the API's format",
                "{\"status\":\"success\",\"data\":[]}    ~ the answer is not the JSON of its API: data is not in the API's format",
                "{\"status\":\"error\"}                  ~ the server reported an error without details",
                "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"boom\"} ~ boom"
            })
    void anAnswerThatIsNotTheApisIsRejected(String body, String why) {
        rejected(body, why);
        server.enqueue(Prometheus.json(body));
        assertThatThrownBy(() -> Prometheus.at(server).copyData(UP, new ByteArrayOutputStream()))
                .isInstanceOf(RejectedException.class)
                .hasMessage(Prometheus.url(server) + ": " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "{\"result\":[],\"resultType\":\"matrix\"}                             ~ the result comes before its type",
                "{\"resultType\":\"table\",\"result\":[]}                              ~ unknown result type table",
                "{\"resultType\":\"vector\",\"result\":{}}                             ~ the result is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[1]}                            ~ a series is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"1\"]}]}        ~ the samples of a series come before its labels",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":[]}]}              ~ a series' labels is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":1}}]}       ~ label a is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":1}]}  ~ a sample is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[]}]} ~ a sample's time is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[null,\"1\"]}]} ~ a sample's time is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,2]}]} ~ a sample's value is not in the API's format",
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":null}]} ~ values is not in the API's format",
                "{\"resultType\":\"scalar\",\"result\":null}                           ~ a sample is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"histogram\":[1,2]}]} ~ a histogram is not in the API's format",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"histogram\":[1,{\"buckets\":[1]}]}]} ~ a bucket is not in the API's format"
            })
    void aResultOfAnotherShapeIsRejected(String data, String why) {
        rejected("{\"status\":\"success\",\"data\":" + data + "}", "the answer is not the JSON of its API: " + why);
    }

    @Test
    void textInPlaceOfJsonIsRejected() {
        server.enqueue(Prometheus.json("hello"));
        assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith(
                        Prometheus.url(server) + ": the answer is not the JSON of its API: Unrecognized token 'hello'");
    }

    private void rejected(String body, String why) {
        server.enqueue(Prometheus.json(body));
        assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.why()).isEqualTo(why))
                .extracting(e -> ((MonshException) e).what())
                .isEqualTo(Prometheus.url(server));
    }
}
