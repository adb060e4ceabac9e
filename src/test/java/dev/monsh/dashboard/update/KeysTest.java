package dev.monsh.dashboard.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Measure;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.Sort;
import dev.monsh.dashboard.state.Span;
import dev.monsh.logs.Level;
import dev.monsh.testing.SampleDashboard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key in the help does what the help says. */
class KeysTest {

    private static final Map<Binding, Case> CASES = cases();

    /** Keys that lead to a state in which the binding has something to do, and what must be so after it. */
    private record Case(String before, Predicate<SampleDashboard> after) {}

    private static Map<Binding, Case> cases() {
        Map<Binding, Case> cases = new EnumMap<>(Binding.class);
        cases.put(Binding.HELP, state("", state -> state.overlay() instanceof Overlay.Help));
        cases.put(Binding.FILTER, state("", state -> state.overlay() instanceof Overlay.Typing));
        cases.put(Binding.ZOOM, state("", state -> state.choices().zoomed()));
        cases.put(
                Binding.BACK,
                state("/door<Enter>", state -> state.choices().filter().isEmpty()));
        cases.put(Binding.EXPLAIN, wish("", new Wish.Run("process explain 4711", "process explain 4711")));
        cases.put(
                Binding.LOG,
                state(
                        "",
                        state -> state.choices().focus() == Pane.LOG
                                && state.choices().zoomed()));
        cases.put(
                Binding.RESTART,
                state(
                        "2",
                        state -> state.overlay() instanceof Overlay.Question question
                                && question.command().equals("restart prometheus")));
        cases.put(Binding.SPAN, state("", state -> state.choices().span() == Span.HOUR));
        cases.put(Binding.MEASURE, state("", state -> state.choices().measure() == Measure.MEMORY));
        cases.put(Binding.BOX, state("", state -> state.overlay() instanceof Overlay.Boxes));
        cases.put(Binding.SORT, state("", state -> state.choices().sort() == Sort.MEMORY));
        cases.put(Binding.PAUSE, state("", Dashboard::isPaused));
        cases.put(
                Binding.LEVEL, state("", state -> state.choices().log().least().equals(Optional.of(Level.WARN))));
        cases.put(
                Binding.NEXT_MATCH,
                state("l/frame<Enter>", state -> state.choices().log().back() == 39));
        cases.put(
                Binding.PREVIOUS_MATCH,
                state("l/objects<Enter>", state -> state.choices().log().back() == 2));
        cases.put(Binding.COPY, wish("", new Wish.Copy("ppl_detection_double_check-stream02")));
        cases.put(
                Binding.COMMAND,
                state(
                        "",
                        state -> state.overlay() instanceof Overlay.Typing typing
                                && typing.purpose() == Overlay.Typing.Purpose.COMMAND));
        cases.put(Binding.NEXT_PANE, state("", state -> state.choices().focus() == Pane.SERVICES));
        cases.put(Binding.PREVIOUS_PANE, state("", state -> state.choices().focus() == Pane.ALERTS));
        cases.put(Binding.PANE, state("", state -> state.choices().focus().number() >= 1));
        cases.put(Binding.DOWN, group("", "ppl_detection_double_check-stream03"));
        cases.put(Binding.UP, group("j", "ppl_detection_double_check-stream02"));
        cases.put(Binding.RIGHT, state("3", state -> state.choices().log().sideways() > 0));
        cases.put(Binding.LEFT, state("l l", state -> state.choices().log().sideways() == 0));
        cases.put(Binding.PAGE_DOWN, group("", "(no group)"));
        cases.put(Binding.PAGE_UP, group("jj", "ppl_detection_double_check-stream02"));
        cases.put(Binding.FIRST, group("jj", "ppl_detection_double_check-stream02"));
        cases.put(Binding.LAST, group("", "(no group)"));
        cases.put(Binding.REDRAW, wish("", new Wish.Redraw()));
        cases.put(Binding.SUSPEND, wish("", new Wish.Suspend()));
        cases.put(Binding.QUIT, wish("", new Wish.Quit()));
        return cases;
    }

    private static Case state(String before, Predicate<Dashboard> after) {
        return new Case(before, sample -> after.test(sample.state()));
    }

    private static Case group(String before, String selected) {
        return state(before, state -> state.choices().group().equals(selected));
    }

    private static Case wish(String before, Wish wish) {
        return new Case(before, sample -> sample.wishes().contains(wish));
    }

    @ParameterizedTest
    @EnumSource(Binding.class)
    void eachOfItsKeysDoesWhatTheHelpSays(Binding binding) {
        Case expected = CASES.get(binding);
        assertThat(expected).as("a case for %s", binding).isNotNull();
        for (Key key : binding.keys()) {
            SampleDashboard sample = SampleDashboard.well(110, 40).press(expected.before());
            sample.press(key);
            assertThat(expected.after().test(sample))
                    .as("%s by %s", binding, key.words())
                    .isTrue();
        }
    }

    @Test
    void noKeyHasTwoMeanings() {
        for (Binding binding : Binding.values()) {
            for (Key key : binding.keys()) {
                assertThat(Binding.of(key)).contains(binding);
            }
        }
    }

    @Test
    void theNumbersLeadToThePanesInTheirOrder() {
        for (Pane pane : Pane.values()) {
            SampleDashboard sample = SampleDashboard.well(110, 40).press(Integer.toString(pane.number()));
            assertThat(sample.state().choices().focus()).isEqualTo(pane);
        }
    }

    @Test
    void aRestartHappensOnlyAfterAYes() {
        SampleDashboard no = SampleDashboard.well(110, 40).press("2r<Enter>");
        assertThat(no.state().overlay()).isInstanceOf(Overlay.Closed.class);
        assertThat(no.wishes()).noneMatch(wish -> wish instanceof Wish.Run);

        SampleDashboard yes = SampleDashboard.well(110, 40).press("2jry");
        assertThat(yes.wishes()).contains(new Wish.Run("restart loki", "restart loki"));
    }

    @Test
    void escapeWhileTypingGivesTheFilterBackThatWasThere() {
        SampleDashboard sample = SampleDashboard.well(110, 40).press("/door<Enter>/x<Esc>");
        assertThat(sample.state().choices().filter()).isEqualTo("door");
    }

    @Test
    void anotherBoxStartsWithNothingOfTheLastOne() {
        SampleDashboard sample = SampleDashboard.well(110, 40).press("bj<Enter>");
        assertThat(sample.wishes()).contains(new Wish.Show("aibox-2"));
        assertThat(sample.state().box()).isEqualTo("aibox-2");
        assertThat(sample.state().data().groups().isWaiting()).isTrue();
    }
}
