package dev.monsh.dashboard.update;

import dev.monsh.dashboard.layout.Layout;
import dev.monsh.dashboard.layout.Region;
import dev.monsh.dashboard.state.Choices;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogGaze;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.ShownLine;
import java.util.List;

/** Moves within the focused pane. */
final class Moves {

    /** Far enough to be the end of everything. */
    static final int ALL = 1_000_000;

    private static final int SIDEWAYS = 16;

    private Moves() {}

    /** Moves so many rows down, or up where it is negative. */
    static Dashboard by(Dashboard state, int rows) {
        return switch (state.choices().focus()) {
            case GROUPS, PLOT -> group(state, rows);
            case SERVICES -> service(state, rows);
            case LOG -> log(state, rows);
            case ALERTS -> alert(state, rows);
        };
    }

    /** Returns how many rows a page of the focused pane has. */
    static int page(Dashboard state) {
        Choices choices = state.choices();
        int body = Layout.of(state.size(), choices)
                .region(choices.focus())
                .map(Region::body)
                .orElse(10);
        return Math.max(1, body - 2);
    }

    static Dashboard sideways(Dashboard state, int direction) {
        LogGaze gaze = state.choices().log();
        return state.withChoices(state.choices().withLog(gaze.withSideways(gaze.sideways() + direction * SIDEWAYS)));
    }

    private static Dashboard group(Dashboard state, int rows) {
        List<String> names =
                state.shownGroups().stream().map(GroupReading::name).toList();
        Choices choices = state.choices();
        return state.withChoices(
                choices.withGroup(further(names, choices.group(), rows)).moved(state.now()));
    }

    private static Dashboard service(Dashboard state, int rows) {
        Choices choices = state.choices();
        return state.withChoices(choices.withService(further(Following.services(state), choices.service(), rows)));
    }

    static String further(List<String> names, String name, int rows) {
        return names.isEmpty()
                ? name
                : names.get(Math.clamp((long) Math.max(0, names.indexOf(name)) + rows, 0, names.size() - 1));
    }

    private static Dashboard alert(Dashboard state, int rows) {
        int last = Math.max(0, state.data().alerts().or(List.of()).size() - 1);
        int next = Math.clamp((long) state.choices().alert() + rows, 0, last);
        return state.withChoices(state.choices().withAlert(next));
    }

    private static Dashboard log(Dashboard state, int rows) {
        LogGaze gaze = state.choices().log();
        int size = gaze.of(state.data().log().lines()).size();
        int height = Layout.of(state.size(), state.choices())
                .region(Pane.LOG)
                .map(Region::body)
                .orElse(1);
        int back = Math.clamp((long) gaze.back() - rows, 0, Math.max(0, size - height));
        return state.withChoices(state.choices().withLog(gaze.withBack(back)));
    }

    /** Goes to the next line that the search finds, downwards or upwards, around the end. */
    static Dashboard match(Dashboard state, int direction) {
        return match(state, direction, 1);
    }

    /** Goes to the newest line that the search finds, the lowest in the window among them. */
    static Dashboard newestMatch(Dashboard state) {
        return match(state, -1, 0);
    }

    private static Dashboard match(Dashboard state, int direction, int nearest) {
        LogGaze gaze = state.choices().log();
        List<ShownLine> lines = gaze.of(state.data().log().lines());
        int bottom = lines.size() - 1 - gaze.back();
        for (int i = nearest; i < lines.size() + nearest; i++) {
            int at = Math.floorMod(bottom + i * direction, lines.size());
            if (gaze.finds(lines.get(at))) {
                return state.withChoices(state.choices().withLog(gaze.withBack(lines.size() - 1 - at)));
            }
        }
        return Notices.warn(state, gaze.search().isEmpty() ? "no search; press / to start one" : "not found");
    }
}
