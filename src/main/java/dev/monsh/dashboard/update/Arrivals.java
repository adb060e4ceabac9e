package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.History;
import dev.monsh.dashboard.state.LogGaze;
import dev.monsh.dashboard.state.Overlay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Takes in what the sources tell. */
final class Arrivals {

    private Arrivals() {}

    static Dashboard groups(Dashboard state, Reading<List<GroupReading>> reading) {
        Data latest = state.latest();
        Map<String, History> histories = latest.histories();
        if (reading instanceof Reading.Value<List<GroupReading>>(List<GroupReading> groups)) {
            histories = longer(histories, groups, state.now().toEpochMilli());
        }
        Dashboard next = state.withLatest(latest.withGroups(reading.into(latest.groups(), state.now()), histories));
        return state.isPaused() ? next : Ordering.settle(next);
    }

    /** A group that has gone takes its history with it. */
    private static Map<String, History> longer(Map<String, History> histories, List<GroupReading> groups, long millis) {
        Map<String, History> longer = new HashMap<>();
        for (GroupReading group : groups) {
            History history = histories.getOrDefault(group.name(), History.empty());
            longer.put(
                    group.name(),
                    group.cpuPercent().isPresent()
                            ? history.with(millis, group.cpuPercent().getAsDouble())
                            : history);
        }
        return longer;
    }

    /** What Prometheus knows of the time before goes before what was seen here. */
    static Dashboard histories(Dashboard state, Map<String, History> older) {
        Map<String, History> joined = new HashMap<>(state.latest().histories());
        older.forEach((group, history) -> joined.merge(group, history, (seen, before) -> before.followedBy(seen)));
        Data latest = state.latest();
        return state.withLatest(latest.withGroups(latest.groups(), joined));
    }

    static Dashboard lines(Dashboard state, Event.LinesCame came) {
        Data latest = state.latest();
        if (!latest.log().target().equals(came.target())) {
            return state;
        }
        Dashboard next = state.withLatest(latest.withLog(latest.log().and(came.lines())));
        LogGaze gaze = state.choices().log();
        if (gaze.back() == 0 || state.isPaused()) {
            return next;
        }
        // who has scrolled up goes on seeing the same lines
        int more = (int) came.lines().stream().filter(gaze::shows).count();
        return next.withChoices(next.choices().withLog(gaze.withBack(gaze.back() + more)));
    }

    static Dashboard logSource(Dashboard state, Event.LogSourceTold told) {
        Data latest = state.latest();
        return latest.log().target().equals(told.target())
                ? state.withLatest(latest.withLog(latest.log().from(told.origin(), told.trouble())))
                : state;
    }

    /** Output of a command that nobody waits for any more is dropped. */
    static Dashboard command(Dashboard state, String title, UnaryOperator<Overlay.Text> change) {
        return state.overlay() instanceof Overlay.Text text
                        && text.isRunning()
                        && text.title().equals(title)
                ? state.withOverlay(change.apply(text))
                : state;
    }

    static Dashboard ofBox(Dashboard state, String box, UnaryOperator<BoxRow> change) {
        Fleet fleet = state.fleet();
        List<BoxRow> rows = fleet.rows().stream()
                .map(row -> row.box().equals(box) ? change.apply(row) : row)
                .toList();
        Fleet next = fleet.withRows(rows);
        boolean calm = Ordering.isCalm(fleet.order().since(), state);
        if (!calm || state.isPaused()) {
            return state.withFleet(next);
        }
        Fleet ordered = next.ordered(state.now());
        // until the person moves, the first row is the one that matters
        boolean moved = !state.choices().movedAt().equals(Instant.EPOCH);
        return state.withFleet(
                moved ? ordered : ordered.withSelected(ordered.order().names().getFirst()));
    }

    static Dashboard completed(Dashboard state, Event.Completed completed) {
        return state.overlay() instanceof Overlay.Typing typing && typing.text().equals(completed.line())
                ? state.withOverlay(new Overlay.Typing(
                        typing.purpose(), completed.longer(), typing.before(), completed.candidates()))
                : state;
    }
}
