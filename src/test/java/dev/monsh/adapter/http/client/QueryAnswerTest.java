package dev.monsh.adapter.http.client;

import static dev.monsh.adapter.http.prometheus.Prometheus.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.http.RecordingHandler;
import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.adapter.http.prometheus.QueryDataReader;
import dev.monsh.metrics.Answered;
import dev.monsh.metrics.Notices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"resultType\":\"vector\",\"result\":[]} ~ true",
                "{\"resultType\":\"matrix\",\"result\":[],\"stats\":{\"a\":[]}} ~ true",
                "{\"resultType\":\"matrix\",\"result\":null} ~ true",
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"2\"]}]} ~ false",
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"result\"},\"values\":[]}]} ~ false",
                "{\"resultType\":\"string\",\"result\":[1,\"[]\"]} ~ false",
                "{\"resultType\":\"scalar\",\"result\":[1,\"2\"]} ~ false"
            })
    void anAnswerWithoutSeriesIsKnownWhicheverWayItWasRead(String data, boolean empty) {
        Answered expected = new Answered(empty, new Notices(List.of(), List.of()));
        server.enqueue(Prometheus.data(data));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler())).isEqualTo(expected);
        server.enqueue(Prometheus.data(data));
        assertThat(Prometheus.at(server).copyData(UP, new ByteArrayOutputStream()))
                .isEqualTo(expected);
    }

    @Test
    void warningsAndInfosAreHandedOn() {
        server.enqueue(Prometheus.json("{\"status\":\"success\",\"warnings\":[\"w1\",\"w2\"],"
                + "\"data\":{\"resultType\":\"vector\",\"result\":[]},\"infos\":[\"i\"]}"));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler()))
                .isEqualTo(new Answered(true, new Notices(List.of("w1", "w2"), List.of("i"))));
    }

    @Test
    void nullForWarningsIsNone() {
        server.enqueue(Prometheus.json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                + "\"warnings\":null,\"error\":null,\"errorType\":\"\"}"));
        assertThat(Prometheus.at(server).query(UP, new RecordingHandler()))
                .isEqualTo(new Answered(true, new Notices(List.of(), List.of())));
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

    private List<String> events(String data) {
        server.enqueue(Prometheus.data(data));
        RecordingHandler handler = new RecordingHandler();
        assertThat(Prometheus.at(server).query(UP, handler).notices()).isEqualTo(new Notices(List.of(), List.of()));
        return handler.events;
    }

    private String copied(String data) {
        server.enqueue(Prometheus.data(data));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Prometheus.at(server).copyData(UP, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
