package dev.monsh.dashboard.update;

import dev.monsh.dashboard.layout.Layout;
import dev.monsh.dashboard.layout.Region;
import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Pane;
import java.util.List;
import java.util.Optional;

/** What the mouse does: all of it can be done with keys as well. */
final class MouseMoves {

    /** A pane's title and, in the groups, the names of the columns. */
    private static final int ABOVE_GROUPS = 2;

    private MouseMoves() {}

    /** A click leads to the pane and, where it hits a row, selects it. */
    static Dashboard clicked(Dashboard state, int column, int row) {
        if (state.fleet().shown() && state.overlay() instanceof Overlay.Closed) {
            return FleetKeys.clicked(state, row);
        }
        Layout layout = Layout.of(state.size(), state.choices());
        Optional<Pane> pane = layout.at(column, row);
        if (pane.isEmpty() || !(state.overlay() instanceof Overlay.Closed)) {
            return state;
        }
        Dashboard focused = state.withChoices(state.choices().withFocus(pane.get()));
        Region region = layout.region(pane.get()).orElseThrow();
        return switch (pane.get()) {
            case GROUPS -> group(focused, region, row);
            case SERVICES -> service(focused, region, row);
            case LOG, PLOT, ALERTS -> focused;
        };
    }

    private static Dashboard group(Dashboard state, Region region, int row) {
        List<String> names =
                state.shownGroups().stream().map(GroupReading::name).toList();
        int rows = region.height() - ABOVE_GROUPS;
        int first = Rows.first(names.indexOf(state.choices().group()), names.size(), rows);
        int hit = first + row - region.y() - ABOVE_GROUPS;
        return hit < first || hit >= names.size()
                ? state
                : state.withChoices(state.choices().withGroup(names.get(hit)).moved(state.now()));
    }

    private static Dashboard service(Dashboard state, Region region, int row) {
        List<String> names = Following.services(state);
        int first = Rows.first(names.indexOf(state.choices().service()), names.size(), region.body());
        int hit = first + row - region.y() - 1;
        return hit < first || hit >= names.size()
                ? state
                : state.withChoices(state.choices().withService(names.get(hit)));
    }

    /** The wheel moves what is under it, wherever the focus is; over an overlay it moves that. */
    static Dashboard wheeled(Dashboard state, Event.Wheeled wheeled) {
        if (!(state.overlay() instanceof Overlay.Closed)) {
            return OverlayKeys.scrolled(state, wheeled.steps() * 3);
        }
        if (state.fleet().shown()) {
            return FleetKeys.moved(state, wheeled.steps());
        }
        Optional<Pane> pane = Layout.of(state.size(), state.choices()).at(wheeled.column(), wheeled.row());
        if (pane.isEmpty()) {
            return state;
        }
        int rows = pane.get() == Pane.LOG ? wheeled.steps() * 3 : wheeled.steps();
        Pane focus = state.choices().focus();
        Dashboard moved = Moves.by(state.withChoices(state.choices().withFocus(pane.get())), rows);
        return moved.withChoices(moved.choices().withFocus(focus));
    }
}
