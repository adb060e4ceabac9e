package dev.monsh.adapter.http.loki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogNextStep;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TailListener;
import dev.monsh.logs.TailRequest;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailQuery;
import dev.monsh.logs.tail.TailSettings;
import dev.monsh.logs.tail.Timeline;
import dev.monsh.testing.LokiAt;
import dev.monsh.testing.Recorded;
import dev.monsh.testing.RecordingSink;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.StandInLoki.Canned;
import dev.monsh.testing.TailEnding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LokiTailTest {

    private static final Labels STREAM = Labels.of(Map.of("job", "x"));

    private final StandInLoki loki = StandInLoki.start();
    private final LogSource source = LokiAt.url(loki.url());
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        loki.close();
    }

    @Test
    void framesAreReadAsTheServerSendsThem() {
        TailConnection connection = open("{job=\"x\"}");
        loki.push(123, STREAM, "line \"one\"\u0007");
        loki.dropNext(1);
        loki.push(456, STREAM, "left out");

        await().untilAsserted(() ->
                assertThat(heard.lines()).containsExactly(new LogLine(123, STREAM, "line \"one\"\u0007")));
        await().untilAsserted(() -> assertThat(heard.dropped()).containsExactly(new TailFrame.Dropped(456, STREAM)));
        connection.close();
        await().until(() -> loki.openTails() == 0);
    }

    @Test
    void recordedFramesAreRead() throws Exception {
        List<String> frames = Recorded.text("tail_frames.txt")
                .lines()
                .filter(line -> line.startsWith("1 "))
                .map(line -> line.substring(2))
                .toList();

        assertThat(frames).hasSize(3);
        for (String frame : frames) {
            TailFrame read = LokiTailFrames.read(LokiAnswers.parser(frame));
            assertThat(read.lines()).isNotEmpty().allMatch(line -> line.timestampNanos() > 1_795_346_144_000_000_000L);
            assertThat(read.dropped()).isEmpty();
        }
    }

    @Test
    void droppedEntriesMayCarryTheirTimeInEitherForm() throws Exception {
        String frame =
                "{\"streams\":null,\"dropped_entries\":[{\"labels\":{\"job\":\"x\"},\"timestamp\":\"2026-11-22T10:45:10.000000001Z\"},"
                        + "{\"timestamp\":\"1795344310000000002\",\"labels\":\"{}\"}]}";

        assertThat(LokiTailFrames.read(LokiAnswers.parser(frame)).dropped())
                .containsExactly(
                        new TailFrame.Dropped(1_795_344_310_000_000_001L, STREAM),
                        new TailFrame.Dropped(1_795_344_310_000_000_002L, Labels.none()));
    }

    @Test
    void aCloseFrameIsTheEndWithItsText() {
        open("{job=\"x\"}");
        loki.endTails(new TailEnding.Close(1011, "reached tail max duration limit"));

        heard.endsWith(new TailEnd.Closed(1011, "reached tail max duration limit"));
    }

    @Test
    void aMetricExpressionIsTakenAndThenClosed() {
        source.tail(new TailRequest("rate({job=\"x\"}[1m])", 0, Duration.ofSeconds(5)), heard);

        heard.endsWith(new TailEnd.Closed(1011, "only log selector is supported"));
    }

    @Test
    void aCutConnectionAndHalfAFrameAreBroken() {
        open("{job=\"x\"}");
        loki.endTails(new TailEnding.Cut());
        await().untilAsserted(() -> assertThat(heard.ends).singleElement().isInstanceOf(TailEnd.Broken.class));

        heard.ends.clear();
        open("{job=\"x\"}");
        loki.endTails(new TailEnding.HalfFrame());
        await().untilAsserted(() -> assertThat(heard.ends).singleElement().isInstanceOf(TailEnd.Broken.class));
    }

    @Test
    void silenceIsNoticedByAPingWithoutAPong() {
        source.tail(new TailRequest("{job=\"x\"}", 0, Duration.ofMillis(100)), heard);
        await().until(() -> loki.openTails() == 1);
        loki.endTails(new TailEnding.Silence());

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(heard.ends).singleElement().isInstanceOf(TailEnd.Broken.class));
    }

    @Test
    void anotherAnswerIsHandedOnWithItsText() {
        loki.script("tail", new Canned(503, "text/plain; charset=utf-8", "Ingester not ready: waiting for 15s"));
        source.tail(new TailRequest("{job=\"x\"}", 0, Duration.ofSeconds(5)), heard);

        heard.endsWith(new TailEnd.Answered(503, "text/plain", "Ingester not ready: waiting for 15s"));
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        loki.kill();
        source.tail(new TailRequest("{job=\"x\"}", 0, Duration.ofSeconds(5)), heard);

        await().untilAsserted(() -> assertThat(heard.ends).singleElement().isInstanceOf(TailEnd.Unreachable.class));
    }

    @Test
    void aProxyThatDoesNotUpgradeIsSaidWithTheWayOut() {
        loki.script("tail", Recorded.answer("tail_plain_http"));

        assertThatThrownBy(() -> follow("{job=\"x\"}")).isInstanceOfSatisfying(RejectedException.class, failure -> {
            assertThat(failure.why()).contains("does not pass on the WebSocket upgrade");
            assertThat(failure.next()).isEqualTo(new LogNextStep.PassLiveTail());
        });
    }

    @Test
    void aParseErrorOfATailKeepsItsPlace() {
        assertThatThrownBy(() -> follow("{job=\"x\""))
                .isInstanceOf(RejectedException.class)
                .hasMessage("LogQL:1:9: parse error: syntax error: unexpected $end, expecting } or ,");
    }

    @Test
    void aMetricExpressionCannotBeFollowed() {
        assertThatThrownBy(() -> follow("rate({job=\"x\"}[1m])")).isInstanceOf(RejectedException.class);
    }

    @Test
    void nothingThatAnswersIsAFailureAtOnce() {
        loki.kill();

        assertThatThrownBy(() -> follow("{job=\"x\"}")).isInstanceOf(UnreachableException.class);
    }

    private TailConnection open(String expression) {
        int before = loki.openTails();
        TailConnection connection = source.tail(new TailRequest(expression, 0, Duration.ofSeconds(5)), heard);
        await().until(() -> loki.openTails() == before + 1);
        return connection;
    }

    private void follow(String expression) {
        new LogTail(source, TailSettings.defaults(), ReadSettings.defaults(), Timeline.system(), new Random())
                .run(new TailQuery(expression, OptionalLong.empty()), PositionStore.none(), new RecordingSink());
    }

    private static final class Heard implements TailListener {

        private final List<TailFrame> frames = new CopyOnWriteArrayList<>();
        private final List<TailEnd> ends = new CopyOnWriteArrayList<>();

        @Override
        public void opened() {}

        @Override
        public void frame(TailFrame frame) {
            frames.add(frame);
        }

        @Override
        public void ended(TailEnd end) {
            ends.add(end);
        }

        List<LogLine> lines() {
            return frames.stream().flatMap(frame -> frame.lines().stream()).toList();
        }

        List<TailFrame.Dropped> dropped() {
            return frames.stream().flatMap(frame -> frame.dropped().stream()).toList();
        }

        void endsWith(TailEnd end) {
            await().untilAsserted(() -> assertThat(ends).containsExactly(end));
        }
    }
}
