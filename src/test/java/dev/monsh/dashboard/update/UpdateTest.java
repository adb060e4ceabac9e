package dev.monsh.dashboard.update;

import static dev.monsh.testing.SampleDashboard.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.testing.SampleDashboard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateTest {

    private final SampleDashboard sample = SampleDashboard.well(110, 40);

    private static Event.GroupsRead read(GroupReading... groups) {
        return new Event.GroupsRead(new Reading.Value<>(List.of(groups)));
    }

    private static GroupReading one(String name, double cpu) {
        return group(name, 1, cpu, 100, 4, 10, Duration.ofHours(1), 0);
    }

    @Test
    void theOrderIsKeptForTwoSecondsAndTheSelectionFollowsItsGroup() {
        sample.after(Duration.ofSeconds(3))
                .take(read(one("a", 90), one("b", 50)))
                .press("j");
        assertThat(sample.state().choices().group()).isEqualTo("b");

        sample.after(Duration.ofSeconds(1)).take(read(one("a", 10), one("b", 80)));
        assertThat(sample.state().order().names()).containsExactly("a", "b");

        sample.after(Duration.ofSeconds(2)).take(read(one("a", 10), one("b", 80)));
        assertThat(sample.state().order().names()).containsExactly("b", "a");
        assertThat(sample.state().choices().group()).isEqualTo("b");
    }

    @Test
    void untilThePersonMovesTheFirstRowIsSelected() {
        sample.after(Duration.ofSeconds(3)).take(read(one("a", 90), one("b", 50)));
        sample.after(Duration.ofSeconds(3)).take(read(one("a", 10), one("b", 80)));
        assertThat(sample.state().choices().group()).isEqualTo("b");
    }

    @Test
    void whileItIsPausedTheScreenStandsStillAndWhatComesIsKept() {
        sample.press("p");
        Dashboard before = sample.state();
        sample.after(Duration.ofSeconds(3)).log(SampleDashboard.lines());
        sample.take(new Event.AlertsRead(new Reading.Value<>(List.of(SampleDashboard.alert("Late", "firing", "")))));
        assertThat(sample.state().data()).isEqualTo(before.data());
        assertThat(sample.state().shownGroups()).isEqualTo(before.shownGroups());

        sample.press("p");
        assertThat(sample.state().data().alerts().or(List.of())).hasSize(1);
        assertThat(sample.state().data().log().taken())
                .isGreaterThan(before.data().log().taken());
    }

    @Test
    void whoHasScrolledUpGoesOnSeeingTheSameLines() {
        sample.press("3kkk");
        int back = sample.state().choices().log().back();
        sample.log(List.of(ShownLine.of(0, "one", Optional.empty()), ShownLine.of(0, "two", Optional.empty())));
        assertThat(sample.state().choices().log().back()).isEqualTo(back + 2);
    }

    @Test
    void theLogIsThatOfTheGroupAndInTheServicesThatOfTheService() {
        assertThat(sample.wishes()).contains(new Wish.Follow(new LogTarget.Labelled("ppl_detection_double_check")));
        sample.press("2j");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Follow(new LogTarget.OwnOutput("loki")));
        sample.press("3");
        assertThat(sample.state().latest().log().target()).isEqualTo(new LogTarget.OwnOutput("loki"));
        sample.press("1");
        assertThat(sample.state().latest().log().target())
                .isEqualTo(new LogTarget.Labelled("ppl_detection_double_check"));
    }

    @Test
    void linesOfWhatWasFollowedBeforeAreNotShown() {
        sample.take(new Event.LinesCame(
                new LogTarget.Labelled("another"), List.of(ShownLine.of(0, "foreign", Optional.empty()))));
        assertThat(sample.state().data().log().lines())
                .noneMatch(line -> line.text().equals("foreign"));
    }

    @Test
    void aDayOfReadingsAndLinesTakesNoMoreMemoryThanTheFirstMinutes() {
        for (int second = 0; second < 86_400; second += 10) {
            sample.after(Duration.ofSeconds(10)).take(read(one("a", second % 90), one("g" + second, 1)));
            List<ShownLine> lines = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                lines.add(ShownLine.of(second, "line " + i, Optional.empty()));
            }
            sample.log(lines);
            sample.wishes().clear();
        }
        assertThat(sample.state().data().log().lines()).hasSizeLessThanOrEqualTo(5000);
        assertThat(sample.state().data().histories()).containsOnlyKeys("a", "g86390");
        assertThat(sample.state().data().histories().get("a").size()).isLessThanOrEqualTo(110);
        assertThat(sample.state().order().names()).hasSize(2);
    }

    @Test
    void aNoticeLeavesByItself() {
        sample.press("y");
        assertThat(sample.state().notice()).isPresent();
        sample.after(Duration.ofSeconds(5));
        assertThat(sample.state().notice()).isEmpty();
    }

    @Test
    void theOutputOfACommandThatNobodyWaitsForAnyMoreIsDropped() {
        sample.press("eq").take(new Event.CommandWrote("process explain 4711", List.of("late")));
        assertThat(sample.state().overlay()).isInstanceOf(dev.monsh.dashboard.state.Overlay.Closed.class);
    }
}
