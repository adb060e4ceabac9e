package dev.monsh.dashboard.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.testing.SampleDashboard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All boxes at once. */
class FleetTest {

    private final SampleDashboard sample = SampleDashboard.fleet(110, 40);

    private List<String> names() {
        return sample.state().fleet().shownRows(sample.state().choices().filter()).stream()
                .map(BoxRow::box)
                .toList();
    }

    @Test
    void whatIsInTroubleComesFirstAndIsSelectedUntilThePersonMoves() {
        assertThat(names())
                .containsExactly("site-north-entrance-02", "aibox-2", "aibox-3", "odk04", "site-north-entrance-01");
        assertThat(sample.state().fleet().selected()).isEqualTo("site-north-entrance-02");
    }

    @Test
    void aBoxThatDoesNotAnswerKeepsWhatWasLastHeardOfIt() {
        BoxRow row = sample.state().fleet().rows().getLast();
        assertThat(row.health()).isEqualTo(BoxRow.Health.DOWN);
        assertThat(row.figures().value()).isPresent();
        assertThat(row.figures().staleFor(sample.state().now())).hasValue(Duration.ofSeconds(12));
    }

    @Test
    void theSelectionFollowsItsBoxAndTheOrderIsKeptWhileThePersonMoves() {
        sample.press("jj");
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-3");
        List<String> before = names();
        sample.after(Duration.ofSeconds(1)).figures("odk04", 4, 1, 1, 1, 3, 0);
        assertThat(names()).isEqualTo(before);
        sample.after(Duration.ofSeconds(3)).figures("odk04", 4, 1, 1, 1, 3, 0);
        assertThat(names()).isNotEqualTo(before);
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-3");
    }

    @Test
    void enterOpensTheSelectedBoxAndEscapeComesBackToIt() {
        sample.press("j<Enter>");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Show("aibox-2"));
        assertThat(sample.state().fleet().shown()).isFalse();
        assertThat(sample.state().box()).isEqualTo("aibox-2");

        sample.press("3<Esc><Esc>");
        assertThat(sample.state().fleet().shown()).isTrue();
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-2");
        assertThat(sample.wishes().getLast()).isInstanceOf(Wish.ShowAll.class);
        assertThat(sample.state().fleet().rows().getFirst().figures().value())
                .as("what was known meanwhile")
                .isPresent();
    }

    @Test
    void aFilterThatHidesTheSelectedBoxSelectsTheFirstThatItShows() {
        sample.press("j/odk<Enter>");
        assertThat(names()).containsExactly("odk04");
        assertThat(sample.state().fleet().selected()).isEqualTo("odk04");
        sample.press("<Enter>");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Show("odk04"));
    }

    @Test
    void theListOfBoxesLeadsToAllOfThem() {
        SampleDashboard one = SampleDashboard.well(110, 40).press("bgk<Enter>");
        assertThat(one.state().fleet().shown()).isTrue();
        assertThat(one.wishes().getLast()).isEqualTo(new Wish.ShowAll(List.of("odk04", "aibox-2", "aibox-3")));
    }

    @Test
    void commandsAreForTheSelectedBox() {
        sample.press("jj");
        assertThat(sample.state().boxOfCommands()).isEqualTo("aibox-3");
        sample.press(":status<Enter>");
        assertThat(sample.wishes().getLast()).isEqualTo(new Wish.Typed("status"));
        assertThat(sample.state().overlay()).isInstanceOf(Overlay.Text.class);
    }

    @Test
    void whatNeedsABoxSaysSo() {
        for (String key : List.of("e", "l", "r", "t", "m", "b", "v", "n", "N", "1", "h")) {
            SampleDashboard each = SampleDashboard.fleet(110, 40).press(key);
            assertThat(each.state().notice())
                    .as(key)
                    .hasValueSatisfying(notice -> assertThat(notice.text()).contains("Enter opens"));
        }
    }

    @Test
    void whilePausedTheRowsStandStillAndWhatComesIsKept() {
        sample.press("p");
        sample.after(Duration.ofSeconds(5)).figures("odk04", 0, 0, 0, 0, 2, 0);
        assertThat(names().indexOf("odk04")).isEqualTo(3);
        sample.press("p");
        assertThat(names().indexOf("odk04")).isLessThan(3);
    }

    @Test
    void aClickSelectsTheRow() {
        sample.take(new Event.Clicked(10, 5));
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-3");
        sample.take(new Event.Clicked(10, 39));
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-3");
        sample.take(new Event.Wheeled(10, 5, -1));
        assertThat(sample.state().fleet().selected()).isEqualTo("aibox-2");
    }
}
