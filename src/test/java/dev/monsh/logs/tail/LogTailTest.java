package dev.monsh.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogNextStep;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.TailEvent.Notice;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogTailTest {

    private static final long START = 1_795_344_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final String ALL = "{job=\"x\"}";
    private static final TailEnd CUT = new TailEnd.Broken("unexpected end of stream");
    private static final Labels A = stream("a");
    private static final Labels B = stream("b");

    private final VirtualTimeline time = new VirtualTimeline(START);
    private final ScriptedTails loki = new ScriptedTails(time, ALL);
    private final RecordingSink sink = new RecordingSink();
    private final InMemoryPositions positions = new InMemoryPositions();
    private final ReadSettings reading = new ReadSettings(100, 3, 1, Duration.ZERO);

    static List<TailEnd> passingEnds() {
        return List.of(
                CUT,
                new TailEnd.Closed(1011, "all ingesters closed the connection"),
                new TailEnd.Closed(1011, "reached tail max duration limit"),
                new TailEnd.Closed(1011, ""),
                new TailEnd.Closed(1001, "going away"),
                new TailEnd.Unreachable("connection refused"),
                new TailEnd.Answered(429, "text/plain", "max concurrent tail requests limit exceeded"),
                new TailEnd.Answered(500, "text/plain", "oops"),
                new TailEnd.Answered(503, "text/plain", "Ingester not ready"),
                new TailEnd.Answered(502, "text/html", "<html>Bad Gateway</html>"),
                new TailEnd.Answered(200, "text/html", "<html>welcome</html>"),
                new TailEnd.Answered(404, "text/html", "<html>not here yet</html>"));
    }

    @Test
    void linesArePrintedInTheOrderOfTheirTimesWithinTheHoldBack() {
        time.in(1.0, () -> loki.write(START + 990_000_000, A, "second"));
        time.in(1.5, () -> loki.write(START + 980_000_000, B, "first"));
        time.in(1.6, () -> loki.write(START + 1_600_000_000, B, "third"));

        follow(5);

        assertThat(sink.texts()).containsExactly("first", "second", "third");
    }

    @Test
    void aLineIsPrintedWhenItsHoldBackIsOver() {
        time.in(2.0, () -> loki.write(A, "line"));
        time.in(2.9, () -> assertThat(sink.texts()).isEmpty());
        time.in(3.1, () -> assertThat(sink.texts()).containsExactly("line"));

        follow(5);
    }

    @ParameterizedTest
    @MethodSource("passingEnds")
    void whateverEndsAConnectionEveryLineIsPrintedOnceAndInOrder(TailEnd end) {
        writeNumbers(0, 20);
        time.in(5.005, () -> {
            loki.refusals.addAll(List.of(end, end));
            loki.end(end instanceof TailEnd.Closed ? end : CUT);
        });

        follow(30);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 200));
        assertThat(sink.of(TailEvent.Gap.class)).isEmpty();
        assertThat(sink.notices(Notice.Kind.LOST)).hasSize(3);
        assertThat(sink.notices(Notice.Kind.BACK)).singleElement().asString().contains("reconnected after");
    }

    @Test
    void aStreamThatLagsBehindTheOthersIsNotCutShort() {
        for (int i = 0; i < 20; i++) {
            int number = i;
            time.in(i + 0.1, () -> loki.write(A, "current " + number));
            time.in(i + 0.2, () -> loki.write(time.nowNanos() - 300 * SECOND, B, "late " + number));
        }
        time.in(5.5, () -> loki.end(CUT));
        time.in(5.5, () -> loki.refusals.addAll(List.of(CUT, CUT, CUT)));

        follow(30, START - 600 * SECOND);

        assertThat(sink.texts()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void equalLinesAreAsManyAsThereAre() {
        time.in(1, () -> {
            for (int i = 0; i < 3; i++) {
                loki.write(START + SECOND, A, "same");
            }
        });
        time.in(1.5, () -> loki.end(CUT));
        time.in(1.51, () -> {
            for (int i = 0; i < 4; i++) {
                loki.write(START + 1_510_000_000, A, "same");
            }
        });

        follow(10);

        assertThat(sink.texts()).hasSize(7);
    }

    @Test
    void aLineThatTheConnectionAndTheQueryBothGiveIsPrintedOnce() {
        time.in(1, () -> loki.end(CUT));
        // after the new connection and before the second reading of the gap
        time.in(2, () -> loki.write(A, "both"));

        follow(10);

        assertThat(sink.texts()).containsExactly("both");
        assertThat(loki.pages).hasSizeGreaterThan(2);
    }

    @Test
    void aLineThatAStartingServerShowsLateIsFoundWhenTheGapIsReadAgain() {
        time.in(1, () -> loki.write(A, "before"));
        time.in(1.5, () -> loki.end(CUT));
        time.in(3, () -> loki.store.add(START + 1_600_000_000, A, "shown late"));
        time.in(3.5, () -> loki.write(A, "behind"));

        follow(10);

        assertThat(sink.texts()).containsExactlyInAnyOrder("before", "shown late", "behind");
    }

    @Test
    void pausesGrowWithJitterUpToACap() {
        time.in(1, () -> {
            loki.refusals.addAll(IntStream.range(0, 12).mapToObj(i -> CUT).toList());
            loki.end(CUT);
        });

        follow(200);

        List<Long> pauses = IntStream.range(1, loki.attempts.size() - 1)
                .mapToObj(i -> (loki.attempts.get(i + 1) - loki.attempts.get(i)) / 1_000_000)
                .toList();
        assertThat(pauses.get(0)).isBetween(250L, 520L);
        assertThat(pauses.get(3)).isBetween(2_000L, 4_020L);
        assertThat(pauses.subList(7, 11)).allMatch(pause -> pause >= 7_500 && pause <= 15_020);
        assertThat(pauses.subList(7, 11)).doesNotHaveDuplicates();
    }

    @Test
    void entriesThatTheServerDroppedAreFetched() {
        time.in(1, () -> loki.write(A, "one"));
        time.in(1.1, () -> loki.drop(A, "two"));
        time.in(1.2, () -> loki.write(A, "three"));

        follow(10);

        assertThat(sink.texts()).containsExactly("one", "two", "three");
        assertThat(sink.notices(Notice.Kind.DROPPED)).hasSize(1);
    }

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
    void linesFromBeforeTheTailAreNotPrinted() {
        loki.store.add(START - SECOND, A, "old");
        time.in(1, () -> loki.write(A, "new"));

        follow(5);

        assertThat(sink.texts()).containsExactly("new");
    }

    @Test
    void aStartInThePastIsReadByQuery() {
        for (int i = 0; i < 500; i++) {
            loki.store.add(START - 600 * SECOND + i * SECOND, A, Integer.toString(i));
        }

        follow(5, START - 600 * SECOND + 100 * SECOND);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(100, 500));
    }

    @Test
    void aSavedPositionGoesOnWhereTheLastRunEnded() {
        writeNumbers(0, 10);
        follow(10);
        int first = sink.texts().size();
        time.in(60, () -> {});
        for (int i = 100; i < 200; i++) {
            loki.store.add(time.nowNanos() + i, A, Integer.toString(i));
        }
        time.in(70, () -> {});

        follow(100);

        assertThat(first).isBetween(90, 100);
        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, 200));
    }

    @Test
    void afterAKillNothingIsLostAndOnlyWhatWasNotSavedIsRepeated() {
        writeNumbers(0, 40);
        Consumer<TailEvent> killer = new Consumer<>() {
            private int lines;

            @Override
            public void accept(TailEvent event) {
                if (event instanceof TailEvent.Line && ++lines == 155) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatThrownBy(() -> follow(60, killer)).hasMessage("killed");
        int printed = sink.texts().size();

        follow(60);

        assertThat(printed).isEqualTo(155);
        List<String> texts = sink.texts();
        assertThat(texts.stream().distinct().toList()).hasSize(400);
        assertThat(texts.size() - 400)
                .as("repeated: the second before the kill")
                .isLessThanOrEqualTo(11);
        assertThat(texts.subList(155, texts.size()))
                .isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
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

    @Test
    void aPositionIsThereBeforeTheFirstLine() {
        follow(1);
        loki.store.add(time.nowNanos() + 5, A, "between the runs");
        time.in(100, () -> {});

        follow(200);

        assertThat(sink.texts()).containsExactly("between the runs");
    }

    @Test
    void aPositionOfAnotherQueryIsRefused() {
        follow(1);

        assertThatThrownBy(() -> tail().run(new TailQuery("{job=\"y\"}", OptionalLong.empty()), positions, sink))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("another query: {job=\"x\"}");
    }

    @Test
    void thePositionIsSavedBehindTheOutputAboutOnceASecond() {
        writeNumbers(0, 10);

        follow(12);

        assertThat(positions.saves()).isBetween(9, 14);
        assertThat(sink.flushes()).isBetween(positions.saves(), positions.saves() + 1);
    }

    @Test
    void anExpressionThatGivesNumbersEndsTheTail() {
        time.in(1, () -> loki.end(new TailEnd.Closed(1011, "only log selector is supported")));

        assertThatThrownBy(() -> follow(5))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("only log selector is supported");
    }

    @Test
    void aProxyThatDoesNotUpgradeIsNamedWithTheWayOut() {
        loki.refusals.add(new TailEnd.Answered(400, "text/plain", "Bad Request"));

        assertThatThrownBy(() -> follow(5)).isInstanceOfSatisfying(RejectedException.class, failure -> {
            assertThat(failure.why()).contains("400", "proxy", "WebSocket upgrade");
            assertThat(failure.next()).isEqualTo(new LogNextStep.PassLiveTail());
        });
    }

    @Test
    void aParseErrorEndsTheTailWithItsTextAndPlace() {
        String text = "parse error at line 1, col 13: syntax error: unexpected $end, expecting } or ,";
        loki.refusals.add(new TailEnd.Answered(400, "text/plain", text));

        assertThatThrownBy(() -> follow(5)).isInstanceOfSatisfying(RejectedException.class, failure -> {
            assertThat(failure.why()).isEqualTo("parse error: syntax error: unexpected $end, expecting } or ,");
            assertThat(failure.what()).isEqualTo("LogQL:1:13");
        });
    }

    @Test
    void aRefusalEndsTheTailEvenLater() {
        time.in(1, () -> {
            loki.refusals.add(new TailEnd.Answered(401, "text/html", "<html>login</html>"));
            loki.end(CUT);
        });

        assertThatThrownBy(() -> follow(5)).isInstanceOf(RefusedException.class).hasMessageContaining("401");
    }

    @Test
    void aServerThatIsNotThereAtTheFirstAttemptIsAFailure() {
        loki.refusals.add(new TailEnd.Unreachable("connection refused"));

        assertThatThrownBy(() -> follow(5)).isInstanceOf(UnreachableException.class);
        assertThat(positions.saves()).isZero();
    }

    @Test
    void aServerThatIsNotReadyAtTheFirstAttemptIsWaitedForAWhile() {
        loki.refusals.addAll(IntStream.range(0, 5)
                .mapToObj(i -> (TailEnd) new TailEnd.Answered(503, "text/plain", "Ingester not ready"))
                .toList());
        time.in(1, () -> loki.store.add(time.nowNanos(), A, "meanwhile"));

        follow(60);

        assertThat(sink.texts()).containsExactly("meanwhile");
    }

    @Test
    void aServerThatIsNeverReadyIsGivenUp() {
        loki.refusals.addAll(IntStream.range(0, 100)
                .mapToObj(i -> (TailEnd) new TailEnd.Answered(503, "text/plain", "Ingester not ready"))
                .toList());

        assertThatThrownBy(() -> follow(500))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("503: Ingester not ready");
        assertThat(time.nowNanos() - START).isBetween(60 * SECOND, 80 * SECOND);
    }

    @Test
    void linesThatWereHeldBackAreNotLostToAFailure() {
        time.in(1, () -> loki.write(A, "last words"));
        time.in(1.1, () -> loki.end(new TailEnd.Closed(1011, "only log selector is supported")));

        assertThatThrownBy(() -> follow(5)).isInstanceOf(RejectedException.class);
        assertThat(sink.texts()).containsExactly("last words");
    }

    @Test
    void twentyStreamsUnderRandomTroubleLoseAndRepeatNothing() {
        Random random = new Random(11);
        int lines = 20_000;
        for (int i = 0; i < lines; i++) {
            int number = i;
            Labels stream = stream("s" + random.nextInt(20));
            time.in(i * 0.005, () -> loki.write(stream, Integer.toString(number)));
        }
        for (int i = 1; i < 30; i++) {
            int refused = random.nextInt(4);
            time.in(i * 3.3, () -> {
                IntStream.range(0, refused).forEach(j -> loki.refusals.add(CUT));
                loki.end(CUT);
            });
        }

        follow(150);

        assertThat(sink.texts()).containsExactlyElementsOf(numbers(0, lines));
    }

    private void follow(double seconds) {
        follow(seconds, event -> {});
    }

    private void follow(double seconds, Consumer<TailEvent> also) {
        follow(seconds, OptionalLong.empty(), also);
    }

    private void follow(double seconds, long start) {
        follow(seconds, OptionalLong.of(start), event -> {});
    }

    private void follow(double seconds, OptionalLong start, Consumer<TailEvent> also) {
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

    private LogTail tail() {
        return new LogTail(loki, TailSettings.defaults(), reading, time, new Random(5));
    }

    /** Stores a number a second, long before the tail. */
    private void store(int from, int to) {
        for (int i = from; i < to; i++) {
            loki.store.add(START - 6_000 * SECOND + i * SECOND, i % 2 == 0 ? A : B, Integer.toString(i));
        }
    }

    /** Ten numbers a second, from two streams in turn, offset so that none falls on a planned end. */
    private void writeNumbers(int from, int seconds) {
        for (int i = from; i < from + seconds * 10; i++) {
            int number = i;
            time.in(i * 0.1 + 0.05, () -> loki.write(number % 2 == 0 ? A : B, Integer.toString(number)));
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static Labels stream(String name) {
        return Labels.of(Map.of("job", "x", "stream", name));
    }
}
