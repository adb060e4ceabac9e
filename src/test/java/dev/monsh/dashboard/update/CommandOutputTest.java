package dev.monsh.dashboard.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.testing.SampleDashboard;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands that are run within the dashboard and write as they go. */
class CommandOutputTest {

    private static final String FOLLOW = "logs -f {a=\"b\"}";

    private final SampleDashboard sample = SampleDashboard.well(110, 40).press(":" + FOLLOW + "<Enter>");

    private Overlay.Text text() {
        return (Overlay.Text) sample.state().overlay();
    }

    private void write(int from, int to) {
        sample.take(new Event.CommandWrote(
                FOLLOW, IntStream.range(from, to).mapToObj(i -> "line " + i).toList()));
    }

    @Test
    void theEndIsInSightWhileItRunsUntilThePersonScrolls() {
        write(0, 100);
        assertThat(text().first(37)).isEqualTo(63);
        sample.press("kkk");
        write(100, 200);
        assertThat(text().first(37)).isEqualTo(60);
        sample.press("G");
        write(200, 300);
        assertThat(text().first(37)).isEqualTo(263);
    }

    @Test
    void theFirstEscapeEndsItAndTheSecondClosesIt() {
        write(0, 100);
        sample.press("<Esc>");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Stop());
        assertThat(text().run()).isEqualTo(Overlay.Text.Run.STOPPED);
        write(100, 200);
        assertThat(text().lines()).as("lines after it was ended").hasSize(100);
        sample.press("<Esc>");
        assertThat(sample.state().overlay()).isInstanceOf(Overlay.Closed.class);
    }

    @Test
    void controlCEndsTheCommandAndNotTheDashboard() {
        sample.press(Key.control('c'));
        assertThat(sample.wishes()).contains(new Wish.Stop()).doesNotContain(new Wish.Quit());
        sample.press(Key.control('c'));
        assertThat(sample.wishes()).doesNotContain(new Wish.Quit());
        sample.press(Key.control('c'));
        assertThat(sample.wishes()).contains(new Wish.Quit());
    }

    @Test
    void qLeavesBothAtOnce() {
        sample.press("q");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Stop());
        assertThat(sample.state().overlay()).isInstanceOf(Overlay.Closed.class);
    }

    @Test
    void whatEndsByItselfIsReadFromItsBeginning() {
        write(0, 100);
        sample.take(new Event.CommandEnded(FOLLOW));
        assertThat(text().first(37)).isZero();
    }

    @Test
    void aCommandThatRepeatsItselfReplacesItsOutput() {
        write(0, 10);
        sample.take(new Event.CommandCleared(FOLLOW));
        write(10, 12);
        assertThat(text().lines()).containsExactly("line 10", "line 11");
    }

    @Test
    void ofADayOfLinesTheNewestAreKeptAndTheirNumbersStayTrue() {
        for (int i = 0; i < 1000; i++) {
            write(i * 100, (i + 1) * 100);
        }
        assertThat(text().lines()).hasSize(5000).last().isEqualTo("line 99999");
        assertThat(text().dropped()).isEqualTo(95_000);
    }

    @Test
    void whoHasScrolledUpGoesOnSeeingTheSameLinesWhileOlderOnesAreDropped() {
        write(0, 5000);
        sample.press("k".repeat(100));
        String first = text().lines().get(text().first(37));
        write(5000, 5100);
        assertThat(text().lines().get(text().first(37))).isEqualTo(first);
    }

    @Test
    void outputOfAnotherCommandIsDropped() {
        sample.take(new Event.CommandWrote("status", List.of("late")));
        assertThat(text().lines()).isEmpty();
    }
}
