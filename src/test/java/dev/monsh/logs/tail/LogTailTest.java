package dev.monsh.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.tail.TailEvent.Notice;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines a tail prints, and in which order. */
class LogTailTest extends LogTailCase {

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
}
