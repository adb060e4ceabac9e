package dev.monsh.dashboard.update;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.layout.Layout;
import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Overlay.Typing.Purpose;
import java.util.List;
import java.util.Optional;

/** What the keys do while all boxes are shown. */
final class FleetKeys {

    private FleetKeys() {}

    static Step pressed(Dashboard state, Key key) {
        return Binding.of(key).map(binding -> bound(state, binding)).orElseGet(() -> Step.to(state));
    }

    private static Step bound(Dashboard state, Binding binding) {
        Fleet fleet = state.fleet();
        return switch (binding) {
            case HELP -> Step.to(state.withOverlay(new Overlay.Help(0)));
            case FILTER -> Step.to(filter(state));
            case ZOOM -> open(state);
            case BACK -> Step.to(stepBack(state));
            case SORT ->
                Step.to(state.withFleet(fleet.withSort(fleet.sort().next()).ordered(state.now())));
            case PAUSE -> Step.to(pause(state));
            case COPY -> copy(state);
            case COMMAND -> Step.to(state.withOverlay(new Overlay.Typing(Purpose.COMMAND, "", "", List.of())));
            case DOWN -> Step.to(moved(state, 1));
            case UP -> Step.to(moved(state, -1));
            case PAGE_DOWN -> Step.to(moved(state, page(state)));
            case PAGE_UP -> Step.to(moved(state, -page(state)));
            case FIRST -> Step.to(moved(state, -Moves.ALL));
            case LAST -> Step.to(moved(state, Moves.ALL));
            case REDRAW -> Step.to(state, new Wish.Redraw());
            case SUSPEND -> Step.to(state, new Wish.Suspend());
            case QUIT -> Step.to(state, new Wish.Quit());
            case EXPLAIN,
                    LOG,
                    RESTART,
                    SPAN,
                    MEASURE,
                    BOX,
                    LEVEL,
                    NEXT_MATCH,
                    PREVIOUS_MATCH,
                    NEXT_PANE,
                    PREVIOUS_PANE,
                    PANE,
                    LEFT,
                    RIGHT -> Step.to(Notices.say(state, "Enter opens the selected box first"));
        };
    }

    /** Shows all boxes; each is asked from the beginning. */
    static Step showAll(Dashboard state, List<String> boxes) {
        return Step.to(
                state.withFleet(Fleet.of(boxes).withSelected(state.box()))
                        .withChoices(state.choices().withFilter("")),
                new Wish.ShowAll(boxes));
    }

    /** Goes back from one box to all of them, which are asked again; what was known of them is shown meanwhile. */
    static Step back(Dashboard state) {
        Fleet fleet = state.fleet().withShown(true).withSelected(state.box());
        return Step.to(
                state.withFleet(fleet).withChoices(state.choices().moved(state.now())),
                new Wish.ShowAll(fleet.rows().stream().map(BoxRow::box).toList()));
    }

    private static Step open(Dashboard state) {
        String name = state.fleet().selected();
        boolean there = rows(state).stream().anyMatch(row -> row.box().equals(name));
        return there
                ? Step.to(state.withBox(name), new Wish.Show(name))
                : Step.to(Notices.warn(state, "no box is selected"));
    }

    private static Dashboard filter(Dashboard state) {
        String filter = state.choices().filter();
        return state.withOverlay(new Overlay.Typing(Purpose.FILTER, filter, filter, List.of()));
    }

    private static Dashboard stepBack(Dashboard state) {
        return state.notice().isPresent()
                ? state.withNotice(Optional.empty())
                : state.withChoices(state.choices().withFilter(""));
    }

    private static Dashboard pause(Dashboard state) {
        Fleet fleet = state.fleet();
        return state.withFleet(
                fleet.frozen().isPresent()
                        ? fleet.withFrozen(Optional.empty()).ordered(state.now())
                        : fleet.withFrozen(Optional.of(fleet.rows())));
    }

    private static Step copy(Dashboard state) {
        String name = state.fleet().selected();
        return name.isEmpty()
                ? Step.to(Notices.warn(state, "copy: nothing is selected"))
                : Step.to(Notices.say(state, "copied: " + name), new Wish.Copy(name));
    }

    static Dashboard moved(Dashboard state, int steps) {
        List<String> names = rows(state).stream().map(BoxRow::box).toList();
        String next = Moves.further(names, state.fleet().selected(), steps);
        return state.withFleet(state.fleet().withSelected(next))
                .withChoices(state.choices().moved(state.now()));
    }

    /** Selects the box in a row of the window. */
    static Dashboard clicked(Dashboard state, int row) {
        List<BoxRow> rows = rows(state);
        Layout.FleetRows window = Layout.fleet(state.size());
        int selected =
                rows.stream().map(BoxRow::box).toList().indexOf(state.fleet().selected());
        int hit = Rows.first(selected, rows.size(), window.count()) + row - window.first();
        return row < window.first() || row >= window.first() + window.count() || hit >= rows.size()
                ? state
                : state.withFleet(state.fleet().withSelected(rows.get(hit).box()))
                        .withChoices(state.choices().moved(state.now()));
    }

    private static List<BoxRow> rows(Dashboard state) {
        return state.fleet().shownRows(state.choices().filter());
    }

    private static int page(Dashboard state) {
        return Math.max(1, Layout.fleet(state.size()).count() - 1);
    }
}
