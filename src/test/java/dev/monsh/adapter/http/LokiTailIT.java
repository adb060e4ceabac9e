package dev.monsh.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.adapter.file.PositionFile;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.logs.tail.TailQuery;
import dev.monsh.logs.tail.TailSettings;
import dev.monsh.logs.tail.TailSink;
import dev.monsh.logs.tail.Timeline;
import dev.monsh.testing.FollowToFile;
import dev.monsh.testing.LokiAt;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.NumberedWriter;
import dev.monsh.testing.RecordingSink;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.StandInLoki.Canned;
import dev.monsh.testing.TailEnding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tail over sockets, under load, with every kind of end three times. */
@LongRunning
class LokiTailIT {

    private static final int STREAMS = 20;
    private static final int LINES_PER_SECOND = 2_000;
    private static final int LINES_BETWEEN_ENDS = 400;
    private static final TailSettings QUICK = new TailSettings(
            Duration.ofMillis(500),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            new TailSettings.BackOff(Duration.ofMillis(20), Duration.ofMillis(300)),
            Duration.ofMillis(200));
    private static final Canned HTML = new Canned(502, "text/html", "<html>Bad Gateway</html>");

    @TempDir
    Path folder;

    private final StandInLoki loki = StandInLoki.start();
    private final LogSource source = LokiAt.url(loki.url());
    private final RecordingSink sink = new RecordingSink();

    @AfterEach
    void stop() {
        loki.close();
    }

    @Test
    void everyNumberIsPrintedOnceAndInOrderWhateverEndsTheTail() throws Exception {
        List<Runnable> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ends.add(() -> loki.endTails(new TailEnding.Close(1011, "all ingesters closed the connection")));
            ends.add(() -> loki.endTails(new TailEnding.Close(1011, "reached tail max duration limit")));
            ends.add(() -> loki.endTails(new TailEnding.Close(1011, "")));
            ends.add(() -> loki.endTails(new TailEnding.Cut()));
            ends.add(() -> loki.endTails(new TailEnding.HalfFrame()));
            ends.add(() -> loki.endTails(new TailEnding.Silence()));
            ends.add(this::restart);
            ends.add(() -> refuse(new Canned(429, "text/plain", "max concurrent tail requests limit exceeded")));
            ends.add(() -> refuse(new Canned(500, "text/plain", "rpc error")));
            ends.add(() -> refuse(new Canned(503, "text/plain", "Ingester not ready")));
            ends.add(() -> refuse(HTML));
            ends.add(() -> loki.dropNext(50));
        }
        Collections.shuffle(ends, new Random(3));
        Follower follower = new Follower(PositionStore.none());
        await().until(() -> loki.openTails() == 1);

        int written;
        try (NumberedWriter writer = new NumberedWriter(loki, STREAMS, LINES_PER_SECOND)) {
            for (Runnable end : ends) {
                awaitLinesOf(writer, LINES_BETWEEN_ENDS);
                end.run();
            }
            awaitLinesOf(writer, LINES_BETWEEN_ENDS);
            writer.stop();
            written = writer.written();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> sink.lines().size() >= written);
        follower.stop();

        assertThat(written).isGreaterThan(ends.size() * LINES_BETWEEN_ENDS);
        assertThat(sink.of(TailEvent.Gap.class)).isEmpty();
        assertEveryNumberOnceInOrder(written);
        assertThat(inversions()).as("lines that stand behind a later one").isLessThan(written / 100);
        assertThat(loki.tailsTaken()).isGreaterThanOrEqualTo(3 * 11);
    }

    @Test
    void aLokiThatStopsIsNotHeldByTheQueryForMissedLines() throws Exception {
        Duration limit = Duration.ofMillis(300);
        LogTail tail = LogTail.of(source, LokiAt.url(loki.url(), Optional.of(limit)));
        Thread thread = Thread.ofPlatform()
                .start(() ->
                        tail.run(new TailQuery("{job=\"numbers\"}", OptionalLong.empty()), PositionStore.none(), sink));
        await().until(() -> loki.openTails() == 1);
        push("before");
        await().until(() -> sink.texts().contains("before"));

        loki.beginStopping();
        await().until(() -> loki.heldQueries() > 0);
        long begin = System.nanoTime();
        await().until(() -> loki.heldQueries() == 0);
        assertThat(System.nanoTime() - begin).isLessThan(10 * limit.toNanos());
        loki.kill();
        push("while it was away");
        loki.comeBack();

        await().atMost(Duration.ofSeconds(20)).until(() -> sink.texts().contains("while it was away"));
        tail.stop();
        thread.join();
        assertThat(sink.texts()).containsExactly("before", "while it was away");
        assertThat(sink.notices(TailEvent.Notice.Kind.WAITING)).isNotEmpty();
    }

    private void push(String text) {
        loki.push(System.currentTimeMillis() * 1_000_000, NumberedWriter.stream(0), text);
    }

    @Test
    void killedAgainAndAgainAndStartedWithItsCursorItLosesNothing() throws Exception {
        Path cursor = folder.resolve("cursor.json");
        int repeatsAllowed = 0;
        int written;
        try (NumberedWriter writer = new NumberedWriter(loki, STREAMS, LINES_PER_SECOND)) {
            for (int kill = 0; kill < 6; kill++) {
                Follower follower = new Follower(new PositionFile(cursor));
                awaitLinesOf(writer, LINES_BETWEEN_ENDS);
                awaitSaved(cursor);
                follower.kill();
                // what was printed since the position was saved last, every 200 ms
                repeatsAllowed += LINES_PER_SECOND;
                int missed = writer.written() + LINES_BETWEEN_ENDS;
                await().until(() -> writer.written() >= missed);
            }
            writer.stop();
            written = writer.written();
        }
        Follower last = new Follower(new PositionFile(cursor));
        await().atMost(Duration.ofSeconds(20)).until(() -> distinct() >= written - first());
        last.stop();

        int first = first();
        assertThat(distinct()).as("all lines from the first one on").isEqualTo(written - first);
        assertThat(sink.lines().size() - distinct()).as("repeated").isLessThan(repeatsAllowed / 2);
    }

    @Test
    void aProcessKilledWithoutWarningLosesNothingAndRepeatsAboutASecond() throws Exception {
        Path cursor = folder.resolve("cursor.json");
        Path output = folder.resolve("lines");
        int written;
        try (NumberedWriter writer = new NumberedWriter(loki, STREAMS, LINES_PER_SECOND)) {
            for (int i = 0; i < 4; i++) {
                Process process = follow(cursor, output);
                await().atMost(Duration.ofSeconds(15)).until(() -> loki.openTails() == 1);
                awaitSaved(cursor);
                process.destroyForcibly().waitFor();
                await().until(() -> loki.openTails() == 0);
            }
            writer.stop();
            written = writer.written();
        }
        Process last = follow(cursor, output);
        String lastLine = Integer.toString(written - 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.readAllLines(output).contains(lastLine));
        last.destroyForcibly().waitFor();

        List<String> lines = Files.readAllLines(output);
        int first = lines.stream().mapToInt(Integer::parseInt).min().orElseThrow();
        assertThat(lines.stream().distinct()).hasSize(written - first);
        assertThat(lines.size() - (written - first)).as("repeated").isLessThan(4 * 2 * LINES_PER_SECOND);
    }

    /** Waits until the tail is there and this many lines were written and printed since. */
    private void awaitLinesOf(NumberedWriter writer, int lines) {
        await().atMost(Duration.ofSeconds(20)).until(() -> loki.openTails() == 1);
        int from = writer.written();
        int printed = sink.lines().size();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> writer.written() >= from + lines && sink.lines().size() >= printed + lines);
    }

    /** Waits until the position is saved again. */
    private static void awaitSaved(Path cursor) throws IOException {
        FileTime before = Files.exists(cursor) ? Files.getLastModifiedTime(cursor) : FileTime.fromMillis(0);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(cursor)
                        && Files.getLastModifiedTime(cursor).compareTo(before) > 0);
    }

    private Process follow(Path cursor, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FollowToFile.class.getName(),
                        loki.url(),
                        cursor.toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("follow.log").toFile())
                .start();
    }

    private int distinct() {
        return (int) sink.lines().stream().map(LogLine::line).distinct().count();
    }

    private int first() {
        return sink.lines().stream()
                .mapToInt(line -> Integer.parseInt(line.line()))
                .min()
                .orElse(0);
    }

    private long inversions() {
        long latest = Long.MIN_VALUE;
        long count = 0;
        for (LogLine line : sink.lines()) {
            count += line.timestampNanos() < latest ? 1 : 0;
            latest = Math.max(latest, line.timestampNanos());
        }
        System.out.println("lines out of the order of all streams: " + count);
        return count;
    }

    private void restart() {
        loki.kill();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loki.script("query_range", new Canned(503, "text/plain", "Ingester not ready"), HTML);
        loki.comeBack();
    }

    private void refuse(Canned answer) {
        loki.script("tail", answer, answer);
        loki.endTails(new TailEnding.Cut());
    }

    private void assertEveryNumberOnceInOrder(int written) {
        Map<String, List<Integer>> streams = new HashMap<>();
        for (LogLine line : sink.lines()) {
            streams.computeIfAbsent(line.labels().get("stream"), none -> new ArrayList<>())
                    .add(Integer.parseInt(line.line()));
        }
        for (int stream = 0; stream < STREAMS; stream++) {
            int first = stream;
            assertThat(streams.get("s" + stream))
                    .containsExactlyElementsOf(IntStream.range(0, written)
                            .filter(number -> number % STREAMS == first)
                            .boxed()
                            .toList());
        }
    }

    /** A tail on a thread of its own. */
    private final class Follower {

        private final LogTail tail = new LogTail(
                source, QUICK, new ReadSettings(5_000, 3, 2, Duration.ofMillis(50)), Timeline.system(), new Random(1));
        private final Thread thread;
        private volatile boolean killed;

        Follower(PositionStore store) {
            this.thread = Thread.ofPlatform().start(() -> run(store));
        }

        private void run(PositionStore store) {
            try {
                tail.run(new TailQuery("{job=\"numbers\"}", OptionalLong.empty()), store, new TailSink() {
                    @Override
                    public void accept(TailEvent event) {
                        dieWhenKilled();
                        sink.accept(event);
                    }

                    @Override
                    public void flush() {
                        dieWhenKilled();
                        sink.flush();
                    }
                });
            } catch (IllegalStateException e) {
                // killed
            }
        }

        private void dieWhenKilled() {
            if (killed) {
                throw new IllegalStateException("killed");
            }
        }

        /** Ends it between two of its steps, without its having a chance to save anything. */
        void kill() throws InterruptedException {
            killed = true;
            tail.stop();
            thread.join();
        }

        void stop() throws InterruptedException {
            tail.stop();
            thread.join();
        }
    }
}
