package dev.monsh.adapter.http;

import static dev.monsh.adapter.http.Prometheus.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.metrics.Notices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAnswerTest {

    private static final String HISTOGRAM =
            "{\"count\":\"3\",\"sum\":\"4.5\",\"buckets\":[[0,\"1\",\"2\",\"2\"],[3,\"-0.001\",\"0.001\",\"1\"]]}";

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
    void aVectorIsHandedOnSeriesBySeriesWithItsValuesAsTheyCame() {
        assertThat(events("{\"resultType\":\"vector\",\"result\":["
                        + "{\"metric\":{\"__name__\":\"up\",\"job\":\"a\\nb \\u00fc\"},\"value\":[1795343400.1,\"1e-05\"]},"
                        + "{\"metric\":{},\"value\":[1795343400,\"NaN\"]},"
                        + "{\"metric\":{\"my.metric\":\"x\"},\"value\":[1795343400.123,\"+Inf\"]}]}"))
                .containsExactly(
                        "VECTOR",
                        "series {__name__=up, job=a\nb ü}",
                        "1795343400100 1e-05",
                        "end",
                        "series {}",
                        "1795343400000 NaN",
                        "end",
                        "series {my.metric=x}",
                        "1795343400123 +Inf",
                        "end");
    }

    @Test
    void aMatrixHasManySamplesASeries() {
        assertThat(events("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"1\"},"
                        + "\"values\":[[1,\"1\"],[2.5,\"-Inf\"]]},{\"metric\":{\"a\":\"2\"},\"values\":[]}]}"))
                .containsExactly("MATRIX", "series {a=1}", "1000 1", "2500 -Inf", "end", "series {a=2}", "end");
    }

    @Test
    void scalarsAndStringsAreOneSeriesWithoutLabels() {
        assertThat(events("{\"resultType\":\"scalar\",\"result\":[1795343400.5,\"2\"]}"))
                .containsExactly("SCALAR", "series {}", "1795343400500 2", "end");
        assertThat(events("{\"resultType\":\"string\",\"result\":[1,\"a\\\"b\"]}"))
                .containsExactly("STRING", "series {}", "1000 a\"b", "end");
    }

    @Test
    void nativeHistogramsComeBesideOrInsteadOfValues() {
        String text = "{count:3, sum:4.5, (1,2]:2, [-0.001,0.001]:1}";
        assertThat(events("{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"histogram\":[1.5," + HISTOGRAM
                        + "]}]}"))
                .containsExactly("VECTOR", "series {}", "1500 " + text, "end");
        assertThat(events("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"5\"]],"
                        + "\"histograms\":[[2," + HISTOGRAM + "],[3,{\"count\":\"0\",\"sum\":\"0\"}]]}]}"))
                .containsExactly("MATRIX", "series {}", "1000 5", "2000 " + text, "3000 {count:0, sum:0}", "end");
    }

    @Test
    void whatLaterVersionsAddIsPassedOver() {
        assertThat(
                        events(
                                "{\"resultType\":\"vector\",\"analysis\":{\"a\":[1]},\"result\":[{\"metric\":{\"a\":\"1\"},"
                                        + "\"new\":{\"x\":[{}]},\"value\":[1,\"2\",\"more\",[3]],\"other\":null}],\"stats\":{\"x\":[]}}"))
                .containsExactly("VECTOR", "series {a=1}", "1000 2", "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void anEmptyResultHasNoSeries(String result) {
        assertThat(events("{\"resultType\":\"matrix\",\"result\":" + result + "}"))
                .containsExactly("MATRIX");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "1.5, 1500",
        "1795343400.123, 1795343400123",
        "1795343400.10, 1795343400100",
        "0.001, 1",
        "-0.5, -500",
        "-1.25, -1250",
        "1.7953434001e9, 1795343400100",
        "17953434e2, 1795343400000",
        "1.99999, 1999",
        "1435781451.7810001, 1435781451781",
        "99999999999999999999, 9223372036854775807"
    })
    void timesAreReadToTheMillisecond(String seconds, long millis) {
        assertThat(QueryDataReader.millis(seconds)).isEqualTo(millis);
    }

    @Test
    void warningsAndInfosAreHandedOn() {
        server.enqueue(Prometheus.json("{\"status\":\"success\",\"warnings\":[\"w1\",\"w2\"],"
                + "\"data\":{\"resultType\":\"vector\",\"result\":[]},\"infos\":[\"i\"]}"));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler()))
                .isEqualTo(new Notices(List.of("w1", "w2"), List.of("i")));
    }

    @Test
    void nullForWarningsIsNone() {
        server.enqueue(Prometheus.json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                + "\"warnings\":null,\"error\":null,\"errorType\":\"\"}"));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler()))
                .isEqualTo(new Notices(List.of(), List.of()));
    }

    @Test
    void theDataObjectIsCopiedWithItsNumbersAndStringsAsTheyCame() {
        String data = "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"\\\"\\\\ü日🙂\"},\"values\":"
                + "[[1795343400.10,\"1\"],[1e3,\"NaN\"],[-0,\"+Inf\"],[12345678901234567890.000,\"1e-05\"]]}],"
                + "\"stats\":{\"x\":null,\"y\":true,\"z\":[false,{}]}}";
        assertThat(copied(data)).isEqualTo(data);
        assertThat(copied(data.replace(":", " : ").replace(",", "\n,\t"))).isEqualTo(data);
    }

    @Test
    void theCopyHoldsNothingThatMovesATerminal() {
        String copied = copied("{\"a\\u001b\\u009b\":\"\\u007f\\u0085\u0090\u2028\u202e\\u2066 /\"}");
        assertThat(copied)
                .isEqualToIgnoringCase("{\"a\\u001b\\u009b\":\"\\u007f\\u0085\\u0090\\u2028\\u202e\\u2066 /\"}");
    }

    @Test
    void aHalfOfACharacterIsNoFailure() {
        assertThat(copied("{\"a\":\"x\\ud83dy\"}")).matches("\\{\"a\":\"x.{1,6}y\"}");
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
                    .hasMessage(Prometheus.url(server) + ": the answer ended before it was whole");
            server.enqueue(response.build());
            assertThatThrownBy(() -> Prometheus.at(server).copyData(UP, new ByteArrayOutputStream()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(Prometheus.url(server) + ": the answer ended before it was whole");
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
                "{\"status\":\"success\"}                ~ the answer holds no data; is this the right address?",
                "{\"status\":\"ok\"}                     ~ the answer holds no data; is this the right address?",
                "{\"status\":\"success\",\"data\":null}  ~ the answer is not the JSON of its API: data is not as the API has it",
                "{\"data\":null,\"status\":\"success\"}  ~ the answer is not the JSON of its API: data is not as the API has it",
                "{\"status\":\"success\",\"data\":[]}    ~ the answer is not the JSON of its API: data is not as the API has it",
                "{\"status\":\"error\"}                  ~ the server says error, and not which",
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
                "{\"resultType\":\"vector\",\"result\":{}}                             ~ the result is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[1]}                            ~ a series is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"1\"]}]}        ~ the samples of a series come before its labels",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":[]}]}              ~ a series' labels is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":1}}]}       ~ label a is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":1}]}  ~ a sample is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[]}]} ~ a sample's time is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[null,\"1\"]}]} ~ a sample's time is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,2]}]} ~ a sample's value is not as the API has it",
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":null}]} ~ values is not as the API has it",
                "{\"resultType\":\"scalar\",\"result\":null}                           ~ a sample is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"histogram\":[1,2]}]} ~ a histogram is not as the API has it",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"histogram\":[1,{\"buckets\":[1]}]}]} ~ a bucket is not as the API has it"
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

    @Test
    void anAnswerWithoutASeriesStaysOneWhenNothingFollowsItsLabels() throws IOException {
        RecordingHandler handler = new RecordingHandler();
        String body = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{},{\"metric\":{}}]}}";
        Envelope.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "x", new QueryDataReader(handler));
        assertThat(handler.events).containsExactly("VECTOR", "series {}", "end");
    }

    @Test
    void aLargeAnswerIsReadToItsEnd() {
        StringBuilder body =
                new StringBuilder("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"1\"},\"values\":[");
        for (int i = 0; i < 200_000; i++) {
            body.append(i == 0 ? "" : ",")
                    .append('[')
                    .append(i)
                    .append(",\"")
                    .append(i)
                    .append("\"]");
        }
        List<String> events = events(body + "]}]}");
        assertThat(events).hasSize(200_003).endsWith("199999000 199999", "end");
    }

    @Test
    void aPackedAnswerIsUnpackedWhereTheServerIsOnAnotherMachine() throws Exception {
        Buffer packed = new Buffer();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(packed.outputStream())) {
            gzip.write("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build());
        server.enqueue(Prometheus.data("{\"resultType\":\"vector\",\"result\":[]}"));
        okhttp3.OkHttpClient client = new okhttp3.OkHttpClient.Builder()
                .dns(host -> List.of(java.net.InetAddress.getLoopbackAddress()))
                .build();
        ServerClient box = new ServerClient(
                dev.monsh.box.Endpoint.of("http://box.example:" + server.getPort()),
                new OkHttpTransport(client),
                Optional.empty(),
                Prometheus::secret);
        RecordingHandler handler = new RecordingHandler();
        new PrometheusSource(box).query(UP, handler);
        assertThat(handler.events).containsExactly("SCALAR", "series {}", "1000 2", "end");
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        Prometheus.at(server).query(UP, handler);
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    private void rejected(String body, String why) {
        server.enqueue(Prometheus.json(body));
        assertThatThrownBy(() -> Prometheus.at(server).query(UP, new RecordingHandler()))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.why()).isEqualTo(why))
                .extracting(e -> ((MonshException) e).what())
                .isEqualTo(Prometheus.url(server));
    }

    private List<String> events(String data) {
        server.enqueue(Prometheus.data(data));
        RecordingHandler handler = new RecordingHandler();
        assertThat(Prometheus.at(server).query(UP, handler)).isEqualTo(new Notices(List.of(), List.of()));
        return handler.events;
    }

    private String copied(String data) {
        server.enqueue(Prometheus.data(data));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Prometheus.at(server).copyData(UP, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
