package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Choices;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogGaze;
import dev.monsh.dashboard.state.LogLines;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.Plot;
import dev.monsh.dashboard.state.ServiceOfGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What hangs on the selection: whose log is followed, and what is plotted. */
final class Following {

    private Following() {}

    /** Makes the selection one that can be seen, and asks for what now belongs to it. */
    static Step settle(Dashboard before, Step step) {
        Dashboard state = selected(step.state());
        List<Wish> wishes = new ArrayList<>(step.wishes());
        LogTarget target = target(state);
        if (!target.equals(state.latest().log().target())) {
            state = state.withLatest(state.latest().withLog(LogLines.of(target)))
                    .withChoices(state.choices().withLog(LogGaze.following()));
            if (state.isPaused()) {
                state = state.withFrozen(state.frozen().map(data -> data.withLog(LogLines.of(target))));
            }
            wishes.add(new Wish.Follow(target));
        }
        Plot plot = plot(state);
        if (!plot.equals(plot(before))) {
            wishes.add(new Wish.Draw(plot));
        }
        return new Step(state, wishes);
    }

    /** A selected box that the filter hides gives its place to the first one that is shown: Enter opens what can be seen. */
    static Step settleFleet(Step step) {
        Fleet fleet = step.state().fleet();
        List<BoxRow> shown = fleet.shownRows(step.state().choices().filter());
        return shown.isEmpty() || shown.stream().anyMatch(row -> row.box().equals(fleet.selected()))
                ? step
                : new Step(
                        step.state()
                                .withFleet(fleet.withSelected(shown.getFirst().box())),
                        step.wishes());
    }

    /** A selected row that has gone gives its place to the first one. */
    private static Dashboard selected(Dashboard state) {
        List<GroupReading> shown = state.shownGroups();
        Choices choices = state.choices();
        // until the person moves, the first row is the one that matters
        boolean there = !choices.movedAt().equals(Instant.EPOCH)
                && shown.stream().anyMatch(group -> group.name().equals(choices.group()));
        Dashboard next = there || shown.isEmpty()
                ? state
                : state.withChoices(choices.withGroup(shown.getFirst().name()));
        List<String> services = services(next);
        String service = next.choices().service();
        return services.isEmpty() || services.contains(service)
                ? next
                : next.withChoices(next.choices().withService(services.getFirst()));
    }

    static List<String> services(Dashboard state) {
        return state.data().services().or(List.of()).stream()
                .map(report -> report.status().service())
                .toList();
    }

    static Plot plot(Dashboard state) {
        Choices choices = state.choices();
        return new Plot(choices.group(), choices.measure(), choices.span());
    }

    private static LogTarget target(Dashboard state) {
        LogTarget now = state.latest().log().target();
        Pane focus = state.choices().focus();
        boolean own = now instanceof LogTarget.OwnOutput;
        if (focus == Pane.SERVICES || (own && focus != Pane.GROUPS)) {
            String service = state.choices().service();
            return service.isEmpty() ? now : new LogTarget.OwnOutput(service);
        }
        Data data = state.data();
        Optional<GroupReading> group = data.group(state.choices().group());
        if (group.isEmpty()) {
            return new LogTarget.Nothing("no group is selected");
        }
        Set<String> labels = data.rates().or(Map.of()).keySet();
        return ServiceOfGroup.find(group.get(), labels)
                .<LogTarget>map(LogTarget.Labelled::new)
                .orElseGet(() -> new LogTarget.Nothing(whyNone(data, group.get())));
    }

    private static String whyNone(Data data, GroupReading group) {
        if (group.isUngrouped()) {
            return "processes without a group have no log of their own";
        }
        if (data.rates().isWaiting()) {
            return "looking for its log";
        }
        return data.rates()
                .failure()
                .orElseGet(() ->
                        "no service label belongs to " + group.name() + "; monsh logfile list shows what is shipped");
    }
}
