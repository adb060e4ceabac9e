package dev.monsh.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent.Notice;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tail does about lines that it missed. */
class LogTailGapTest extends LogTailCase {

    @Test
    void droppedEntriesThatNobodyGivesAreAGapInTheOutput() {
        time.in(1, () -> loki.write(A, "one"));
        time.in(1.1, () -> loki.dropped(START + 1_100_000_000, A));
        time.in(20, () -> loki.write(A, "two"));

        follow(30);

        assertThat(sink.events())
                .filteredOn(event -> !(event instanceof Notice notice && notice.kind() == Notice.Kind.DROPPED))
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(TailEvent.Line.class),
                        event -> assertThat(event)
                                .isInstanceOfSatisfying(
                                        TailEvent.Gap.class,
                                        gap -> assertThat(gap.fromNanos()).isEqualTo(START + 1_100_000_000)),
                        event -> assertThat(event).isInstanceOf(Notice.class),
                        event -> assertThat(event).isInstanceOf(TailEvent.Line.class));
    }

    @Test
    void aGapThatCannotBeFilledIsMarkedBetweenItsLines() {
        time.in(1, () -> loki.write(A, "before"));
        time.in(3, () -> {
            loki.failures.add(new RejectedException("loki", "too far back"));
            loki.end(CUT);
        });
        time.in(10, () -> loki.write(A, "behind"));

        follow(20);

        assertThat(sink.events())
                .filteredOn(event -> !(event instanceof Notice))
                .satisfiesExactly(
                        event -> assertThat(event)
                                .hasToString(new TailEvent.Line(new LogLine(START + SECOND, A, "before")).toString()),
                        event -> assertThat(event)
                                .isInstanceOfSatisfying(
                                        TailEvent.Gap.class,
                                        gap -> assertThat(gap.reason()).isEqualTo("too far back")),
                        event -> assertThat(event).isInstanceOf(TailEvent.Line.class));
        assertThat(sink.notices(Notice.Kind.GAP)).containsExactly("lines are missing: too far back");
    }

    @Test
    void whileAServerInTroubleCannotFillTheGapLinesWaitForIt() {
        writeNumbers(0, 20);
        time.in(5.005, () -> {
            IntStream.range(0, 4).forEach(i -> loki.failures.add(new UnreachableException("loki", "503")));
            loki.end(CUT);
        });

        follow(30);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 200));
        assertThat(sink.of(TailEvent.Gap.class)).isEmpty();
    }

    @Test
    void aQueryThatGetsNoAnswerInTimeIsSentAgainAfterAPauseAndThePersonKnowsIt() {
        writeNumbers(0, 20);
        time.in(5.005, () -> {
            IntStream.range(0, 3).forEach(i -> loki.failures.add(new TimedOutException("loki", "no answer within 5s")));
            loki.end(CUT);
            loki.pages.clear();
        });

        follow(40);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 200));
        assertThat(sink.of(TailEvent.Gap.class)).isEmpty();
        assertThat(sink.notices(Notice.Kind.WAITING))
                .hasSize(3)
                .containsOnly("waiting for the missed lines: no answer within 5s; retrying");
    }

    @Test
    void aServerThatNeverFillsTheGapIsGivenUpAndTheLinesGoOn() {
        time.in(1, () -> loki.end(CUT));
        time.in(
                1,
                () -> IntStream.range(0, 500).forEach(i -> loki.failures.add(new UnreachableException("loki", "503"))));
        time.in(90, () -> loki.failures.clear());
        time.in(100, () -> loki.write(A, "behind"));

        follow(120);

        assertThat(sink.of(TailEvent.Gap.class)).hasSize(1);
        assertThat(sink.texts()).containsExactly("behind");
    }

    @Test
    void aKillInTheMiddleOfALongGapRepeatsOnlyWhatWasNotSaved() {
        store(0, 5_000);
        Consumer<TailEvent> slowAndKilled = new Consumer<>() {
            private int lines;

            @Override
            public void accept(TailEvent event) {
                time.pass(Duration.ofMillis(10));
                if (event instanceof TailEvent.Line && ++lines == 3_000) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatThrownBy(() -> follow(600, OptionalLong.of(START - 6_000 * SECOND), slowAndKilled))
                .hasMessage("killed");
        loki.pages.clear();

        follow(60);

        assertThat(sink.texts().stream().distinct()).hasSize(5_000);
        assertThat(sink.texts().size() - 5_000)
                .as("repeated: a second of printing")
                .isBetween(1, 101);
        assertThat(loki.pages.getFirst().range().startNanos()).isGreaterThan(START - 3_200 * SECOND);
    }

    @Test
    void aConnectionLostWhileALongGapIsFilledDoesNotBeginItAnew() {
        store(0, 5_000);
        Consumer<TailEvent> losing = new Consumer<>() {
            private int lines;

            @Override
            public void accept(TailEvent event) {
                if (event instanceof TailEvent.Line && ++lines == 3_000) {
                    loki.end(CUT);
                }
            }
        };

        follow(60, OptionalLong.of(START - 6_000 * SECOND), losing);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 5_000));
        assertThat(loki.pages.stream().filter(page -> page.range().startNanos() < START - 5_950 * SECOND))
                .as("requests for the beginning of the gap")
                .hasSize(1);
    }

    @Test
    void aLongGapThatFailsInTheMiddleGoesOnThere() {
        store(0, 5_000);
        Consumer<TailEvent> failing = new Consumer<>() {
            private int lines;

            @Override
            public void accept(TailEvent event) {
                if (event instanceof TailEvent.Line && ++lines % 1_000 == 0) {
                    IntStream.range(0, 5).forEach(i -> loki.failures.add(new UnreachableException("loki", "503")));
                }
            }
        };

        follow(60, OptionalLong.of(START - 6_000 * SECOND), failing);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 5_000));
        assertThat(sink.of(TailEvent.Gap.class)).isEmpty();
    }

    @Test
    void stoppingDoesNotWaitForALongGap() {
        store(0, 5_000);
        LogTail tail = tail();
        time.in(60, tail::stop);
        tail.run(new TailQuery(ALL, OptionalLong.of(START - 6_000 * SECOND)), positions, new TailSink() {
            @Override
            public void accept(TailEvent event) {
                sink.accept(event);
                if (sink.lines().size() == 100) {
                    tail.stop();
                }
            }

            @Override
            public void flush() {
                sink.flush();
            }
        });

        assertThat(sink.texts()).hasSizeBetween(100, 110);
    }
}
