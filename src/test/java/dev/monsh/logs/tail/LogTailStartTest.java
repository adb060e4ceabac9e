package dev.monsh.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where a tail starts, and from where it goes on after its end. */
class LogTailStartTest extends LogTailCase {

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
}
