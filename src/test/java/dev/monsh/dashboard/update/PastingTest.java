package dev.monsh.dashboard.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.testing.SampleDashboard;
import org.junit.jupiter.api.Test;

class PastingTest {

    private final SampleDashboard sample = SampleDashboard.well(110, 40);

    @Test
    void aPasteIsNotTakenForKeys() {
        sample.take(new Event.Pasted(":down\nq"));
        assertThat(sample.wishes()).noneMatch(wish -> wish instanceof Wish.Typed || wish instanceof Wish.Quit);
        assertThat(sample.state().overlay()).isInstanceOf(Overlay.Closed.class);
        assertThat(sample.state().notice().map(Dashboard.Notice::text))
                .contains("paste ignored; press : to enter a command");
    }

    @Test
    void aPasteAnswersNoQuestion() {
        sample.press("2r").take(new Event.Pasted("y"));
        assertThat(sample.state().overlay()).isInstanceOf(Overlay.Question.class);
    }

    @Test
    void whileALineIsTypedItIsTextAndNeverRun() {
        sample.press(":query ").take(new Event.Pasted("up{a=\"b\"}\r\n\tor\u0007 down\n"));
        assertThat(sample.state().overlay())
                .isInstanceOfSatisfying(
                        Overlay.Typing.class,
                        typing -> assertThat(typing.text()).isEqualTo("query up{a=\"b\"}  or down "));
        assertThat(sample.wishes()).noneMatch(wish -> wish instanceof Wish.Typed);
    }

    @Test
    void aFilterWorksAsItIsPasted() {
        sample.press("/").take(new Event.Pasted("door"));
        assertThat(sample.state().choices().filter()).isEqualTo("door");
    }
}
