package dev.monsh.adapter.http.loki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.LogSource.StreamStats;
import dev.monsh.logs.LogSource.Volume;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.ql.ParseErrorPlace;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.testing.LokiAt;
import dev.monsh.testing.NumberedWriter;
import dev.monsh.testing.Recorded;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.StandInLoki.Canned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LokiLogSourceTest {

    private static final TimeRange RANGE = new TimeRange(1_795_343_711_861_790_421L, 1_795_344_311_861_790_421L);

    private final StandInLoki loki = StandInLoki.start();
    private final LogSource source = LokiAt.url(loki.url());

    @AfterEach
    void stop() {
        loki.close();
    }

    @Test
    void linesComeAsTheyWereRecorded() {
        loki.script("query_range", Recorded.answer("query_range_streams"));

        List<LogLine> lines = lines(page("{service=\"x\"}", Direction.BACKWARD));

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst())
                .isEqualTo(new LogLine(
                        1_795_344_310_549_409_026L,
                        Labels.of(Map.of(
                                "filename", "/srv/logs/ppl_detection_double_check.log",
                                "service", "ppl_detection_double_check",
                                "service_name", "ppl_detection_double_check")),
                        "2026-11-22T10:45:10Z [INFO] - request 91 took 167ms"));
    }

    @Test
    void streamsThatWereParsedApartAreMergedByTime() {
        loki.script("query_range", Recorded.answer("query_range_parsed"));

        List<LogLine> lines = lines(page("{service=\"x\"}", Direction.FORWARD));

        assertThat(lines).extracting(LogLine::timestampNanos).hasSize(5).isSorted();
        assertThat(lines.getFirst().labels().get("msg")).isEqualTo("request 64 took 368ms");
    }

    @Test
    void theRequestSaysWhatIsWanted() {
        page("{service=\"a b&c\"} |= `+`", Direction.FORWARD);

        assertThat(loki.requests())
                .singleElement()
                .asString()
                .contains(
                        "query={service=\"a b&c\"} |= `+`",
                        "direction=forward",
                        "limit=100",
                        "start=1795343711861790421");
    }

    @Test
    void anEmptyAnswerHasNoLines() {
        loki.script("query_range", Recorded.answer("query_empty"));

        assertThat(lines(page("{service=\"nope\"}", Direction.FORWARD))).isEmpty();
    }

    @Test
    void aMetricExpressionIsKnownByTheAnswer() {
        loki.script("query_range", Recorded.answer("query_range_matrix"));

        MetricResult matrix = ((LogAnswer.Metric) page("{looks=\"like lines\"}", Direction.FORWARD)).result();

        assertThat(matrix.type()).isEqualTo(MetricResult.Type.MATRIX);
        assertThat(matrix.series().getFirst().samples())
                .hasSize(4)
                .startsWith(new MetricResult.Sample("1795344270", "0.18333333333333332"));
    }

    @Test
    void vectorsAndScalarsKeepTheirTexts() {
        loki.script("query", Recorded.answer("query_instant_vector"), Recorded.answer("query_instant_scalar"));

        MetricResult vector = source.instant("sum(x)", RANGE.endNanos());
        MetricResult scalar = source.instant("1+1", RANGE.endNanos());

        assertThat(vector.series())
                .extracting(one -> one.labels() + " " + one.samples())
                .containsExactly(
                        "{service=\"checkdoor_ai_agent_stream05\"} [Sample[time=1795344311.919, value=92]]",
                        "{service=\"ppl_detection_double_check\"} [Sample[time=1795344311.919, value=92]]");
        assertThat(scalar.type()).isEqualTo(MetricResult.Type.SCALAR);
        assertThat(scalar.series().getFirst().samples().getFirst().value()).isEqualTo("2");
    }

    @Test
    void limitsAreLearnedFromTheRefusal() {
        loki.script("query_range", Recorded.answer("error_limit"), Recorded.answer("error_range"));

        assertThat(page("{}", Direction.FORWARD))
                .isInstanceOfSatisfying(
                        LogAnswer.PageTooBig.class,
                        refusal -> assertThat(refusal.allowed()).isEqualTo(5000));
        assertThat(page("{}", Direction.FORWARD))
                .isInstanceOfSatisfying(
                        LogAnswer.RangeTooLong.class,
                        refusal -> assertThat(refusal.allowed())
                                .isEqualTo(Duration.ofDays(30).plusHours(1)));
    }

    @Test
    void aParseErrorKeepsItsTextAndSaysItsPlaceOnce() {
        loki.script("query_range", Recorded.answer("error_parse2"));

        assertThatThrownBy(() -> page("{service=\"x\"} |= foo", Direction.FORWARD))
                .isInstanceOfSatisfying(RejectedException.class, failure -> {
                    assertThat(failure.what()).isEqualTo("LogQL:1:18");
                    assertThat(failure.why())
                            .isEqualTo("parse error: syntax error: unexpected IDENTIFIER, expecting STRING or ip");
                    assertThat(ParseErrorPlace.in(
                                    Recorded.answer("error_parse2").body()))
                            .hasValue(new ParseErrorPlace(1, 18));
                });
    }

    @ParameterizedTest
    @CsvSource({"error_empty_matcher", "error_start_after_end", "query_instant_log_error"})
    void anotherRefusalKeepsItsWholeText(String recorded) {
        loki.script("query_range", Recorded.answer(recorded));

        assertThatThrownBy(() -> page("{a=~\".*\"}", Direction.FORWARD))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        failure -> assertThat(failure.why())
                                .isEqualTo(Recorded.answer(recorded).body().strip()));
    }

    @Test
    void eachTroubleHasItsKindOfFailure() {
        loki.script(
                "labels",
                plain(401, "no org id"),
                plain(403, "no"),
                plain(429, "slow"),
                plain(503, "Ingester not ready"));

        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no org id");
        assertThatThrownBy(() -> source.labelNames(RANGE)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> source.labelNames(RANGE)).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("HTTP 503: Ingester not ready");
        loki.kill();
        assertThatThrownBy(() -> source.labelNames(RANGE)).isInstanceOf(UnreachableException.class);
    }

    @Test
    void aProxyWhosePageSaysThatLokiIsAwayIsATroubleThatPasses() {
        loki.script("labels", new Canned(502, "text/html", "<html><title>502 Bad Gateway</title></html>"));

        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the proxy at this address answers, but it cannot reach the server behind it");
    }

    @Test
    void aPageOfAProxyIsNotTakenForAnAnswer() {
        loki.script("labels", new Canned(200, "text/html", "<html><h1>Welcome</h1></html>"));

        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("a web page");
    }

    @Test
    void anAnswerThatIsCutOffIsNotTakenForAWholeOne() {
        String body = Recorded.answer("query_range_streams").body();
        loki.script("query_range", new Canned(200, "application/json", body.substring(0, 700)));

        assertThatThrownBy(() -> page("{a=\"b\"}", Direction.FORWARD))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("closed before the answer was complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":null}",
                "{\"status\":\"success\",\"data\":5}"
            })
    void anAnswerWithoutDataIsRejected(String body) {
        List<String> paths =
                List.of("query_range", "query", "series", "index/stats", "index/volume", "detected_fields");
        paths.forEach(path -> loki.script(path, new Canned(200, "application/json", body)));

        for (ThrowingCallable call : calls()) {
            assertThatThrownBy(call).isInstanceOf(RejectedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"data\":null", ",\"data\":{}", ",\"data\":[{}]"})
    void namesOfAnotherFormAreRejected(String data) {
        loki.script("labels", new Canned(200, "application/json", "{\"status\":\"success\"" + data + "}"));

        assertThatThrownBy(() -> source.labelNames(RANGE)).isInstanceOf(RejectedException.class);
    }

    @Test
    void anErrorIsOneWhateverItsStatus() {
        Canned error = new Canned(200, "application/json", "{\"status\":\"error\",\"error\":\"nope\"}");
        List.of("query_range", "query", "series", "index/stats", "index/volume", "detected_fields", "labels")
                .forEach(path -> loki.script(path, error));

        for (ThrowingCallable call : calls()) {
            assertThatThrownBy(call).isInstanceOf(RejectedException.class).hasMessageEndingWith(": nope");
        }
        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(RejectedException.class)
                .hasMessageEndingWith(": nope");
    }

    private List<ThrowingCallable> calls() {
        return List.of(
                () -> page("{a=\"b\"}", Direction.FORWARD),
                () -> source.instant("1", RANGE.endNanos()),
                () -> source.series("{a=\"b\"}", RANGE),
                () -> source.stats("{a=\"b\"}", RANGE),
                () -> source.volume("{a=\"b\"}", RANGE),
                () -> source.detectedFields("{a=\"b\"}", RANGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":null,\"value\":[]}",
                "{\"metric\":{},\"value\":5}",
                "{\"metric\":{},\"value\":[1e30,\"1\"]}",
                "{\"metric\":{},\"value\":[1,\"zzz\"]}",
                "{\"metric\":{},\"values\":[[]]}",
                "5"
            })
    void aSampleOfAnotherFormIsRejected(String sample) {
        String body =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"1\"]},"
                        + sample + "]}}";
        for (String path : List.of("query", "query_range", "index/volume")) {
            loki.script(path, new Canned(200, "application/json", body));
        }

        assertThatThrownBy(() -> source.instant("1", RANGE.endNanos())).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> page("1", Direction.FORWARD)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> source.volume("{a=\"b\"}", RANGE)).isInstanceOf(RejectedException.class);
    }

    @Test
    void anErrorInJsonIsShownByItsText() {
        loki.script(
                "labels",
                new Canned(
                        400,
                        "application/json",
                        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}"));

        assertThatThrownBy(() -> source.labelNames(RANGE))
                .isInstanceOf(RejectedException.class)
                .hasMessage("query: parse error");
    }

    @Test
    void namesValuesAndSeriesAreRead() {
        loki.script("labels", Recorded.answer("labels"));
        loki.script("label/service/values", Recorded.answer("label_values"));
        loki.script("label/nope/values", Recorded.answer("label_values_unknown"));
        loki.script("series", Recorded.answer("series"));

        assertThat(source.labelNames(RANGE)).containsExactly("filename", "service", "service_name");
        assertThat(source.labelValues("service", RANGE))
                .containsExactly("checkdoor_ai_agent_stream05", "ppl_detection_double_check");
        assertThat(source.labelValues("nope", RANGE)).isEmpty();
        assertThat(source.series("{service=~\".+\"}", RANGE))
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("{filename=\"/srv/logs/checkdoor_ai_agent_stream05.log\","
                        + " service=\"checkdoor_ai_agent_stream05\", service_name=\"checkdoor_ai_agent_stream05\"}");
    }

    @Test
    void statisticsVolumeAndFieldsAreRead() {
        loki.script("index/stats", Recorded.answer("index_stats"));
        loki.script("index/volume", Recorded.answer("index_volume"));
        loki.script(
                "detected_fields",
                Recorded.answer("detected_fields"),
                new Canned(
                        200,
                        "application/json",
                        "{\"fields\":[{\"label\":\"took\",\"type\":\"duration\",\"cardinality\":7,\"parsers\":[\"logfmt\"],\"jsonPath\":[\"a\"]}],\"limit\":1000}"));

        assertThat(source.stats("{a=\"b\"}", RANGE)).isEqualTo(new StreamStats(0, 0, 0, 0));
        assertThat(source.volume("{a=\"b\"}", RANGE)).extracting(Volume::bytes).containsExactly(4684L, 4684L);
        assertThat(source.detectedFields("{a=\"b\"}", RANGE)).isEmpty();
        assertThat(source.detectedFields("{a=\"b\"}", RANGE))
                .singleElement()
                .asString()
                .contains("name=took", "type=duration", "cardinality=7", "parsers=[logfmt]");
    }

    @Test
    void anAnswerThatDoesNotComeIsATimeout() throws Exception {
        try (java.net.ServerSocket mute = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            LogSource silent =
                    LokiAt.url("http://127.0.0.1:" + mute.getLocalPort(), Optional.of(Duration.ofMillis(300)));

            assertThatThrownBy(() -> silent.labelNames(RANGE)).isInstanceOf(TimedOutException.class);
        }
    }

    @Test
    void moreLinesOnOneTimestampThanAPageHoldsAreReadStreamByStream() {
        loki.pageCeiling(10);
        for (int i = 0; i < 40; i++) {
            loki.push(RANGE.startNanos() + 5, NumberedWriter.stream(i % 5), "burst " + i);
        }
        loki.push(RANGE.startNanos() + 6, NumberedWriter.stream(0), "behind");
        List<String> got = new ArrayList<>();

        new LogReader(source, ReadSettings.defaults())
                .read(LogQuery.all("{job=\"numbers\"} |= \"b\"", RANGE), line -> got.add(line.line()));

        assertThat(got).hasSize(41).doesNotHaveDuplicates().endsWith("behind");
    }

    @Test
    void aPathInTheAddressIsKept() {
        LogSource behindPath = LokiAt.url(loki.url() + "/box7/");

        assertThatThrownBy(() -> behindPath.labelNames(RANGE)).isInstanceOf(RejectedException.class);
        assertThat(loki.requests().getFirst()).startsWith("/box7/loki/api/v1/labels ");
    }

    private LogAnswer page(String expression, Direction direction) {
        return source.page(new PageQuery(expression, RANGE, 100, direction));
    }

    private static List<LogLine> lines(LogAnswer answer) {
        return ((LogAnswer.Lines) answer).lines();
    }

    private static Canned plain(int status, String body) {
        return new Canned(status, "text/plain; charset=utf-8", body);
    }
}
