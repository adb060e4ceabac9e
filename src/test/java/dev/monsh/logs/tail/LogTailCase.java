package dev.monsh.logs.tail;

import dev.monsh.labels.Labels;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.testing.InMemoryPositions;
import dev.monsh.testing.RecordingSink;
import dev.monsh.testing.ScriptedTails;
import dev.monsh.testing.VirtualTimeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A tail of a scripted Loki on a virtual clock, for the tests of what it prints, saves and gives up. */
abstract class LogTailCase {

    static final long START = 1_795_344_000_000_000_000L;
    static final long SECOND = 1_000_000_000L;
    static final String ALL = "{job=\"x\"}";
    static final TailEnd CUT = new TailEnd.Broken("unexpected end of stream");
    static final Labels A = stream("a");
    static final Labels B = stream("b");

    final VirtualTimeline time = new VirtualTimeline(START);
    final ScriptedTails loki = new ScriptedTails(time, ALL);
    final RecordingSink sink = new RecordingSink();
    final InMemoryPositions positions = new InMemoryPositions();
    final ReadSettings reading = new ReadSettings(100, 3, 1, Duration.ZERO);

    void follow(double seconds) {
        follow(seconds, event -> {});
    }

    void follow(double seconds, Consumer<TailEvent> also) {
        follow(seconds, OptionalLong.empty(), also);
    }

    void follow(double seconds, long start) {
        follow(seconds, OptionalLong.of(start), event -> {});
    }

    void follow(double seconds, OptionalLong start, Consumer<TailEvent> also) {
        LogTail tail = tail();
        time.in(seconds, tail::stop);
        tail.run(new TailQuery(ALL, start), positions, new TailSink() {
            @Override
            public void accept(TailEvent event) {
                sink.accept(event);
                also.accept(event);
            }

            @Override
            public void flush() {
                sink.flush();
            }
        });
    }

    LogTail tail() {
        return new LogTail(loki, TailSettings.defaults(), reading, time, new Random(5));
    }

    /** Stores a number a second, long before the tail. */
    void store(int from, int to) {
        for (int i = from; i < to; i++) {
            loki.store.add(START - 6_000 * SECOND + i * SECOND, i % 2 == 0 ? A : B, Integer.toString(i));
        }
    }

    /** Ten numbers a second, from two streams in turn, offset so that none falls on a planned end. */
    void writeNumbers(int from, int seconds) {
        for (int i = from; i < from + seconds * 10; i++) {
            int number = i;
            time.in(i * 0.1 + 0.05, () -> loki.write(number % 2 == 0 ? A : B, Integer.toString(number)));
        }
    }

    static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    static Labels stream(String name) {
        return Labels.of(Map.of("job", "x", "stream", name));
    }
}
