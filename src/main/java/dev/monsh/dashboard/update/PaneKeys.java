package dev.monsh.dashboard.update;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.Choices;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogGaze;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Overlay.Typing.Purpose;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.metrics.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the keys do while the panes have them. */
final class PaneKeys {

    private PaneKeys() {}

    static Step pressed(Dashboard state, Key key) {
        // l scrolls to the right where the log has the whole window already
        boolean rightwards = key.equals(Key.of('l'))
                && state.choices().zoomed()
                && state.choices().focus() == Pane.LOG;
        if (rightwards) {
            return Step.to(Moves.sideways(state, 1));
        }
        return Binding.of(key).map(binding -> bound(state, binding, key)).orElseGet(() -> Step.to(state));
    }

    private static Step bound(Dashboard state, Binding binding, Key key) {
        Choices choices = state.choices();
        return switch (binding) {
            case HELP -> Step.to(state.withOverlay(new Overlay.Help(0)));
            case FILTER -> Step.to(typing(state));
            case ZOOM -> Step.to(state.withChoices(choices.withZoom(!choices.zoomed())));
            case BACK -> canLeave(state) ? FleetKeys.back(state) : Step.to(back(state));
            case EXPLAIN -> explain(state);
            case LOG -> Step.to(state.withChoices(choices.withFocus(Pane.LOG).withZoom(true)));
            case RESTART -> Step.to(restart(state));
            case SPAN ->
                Step.to(state.withChoices(
                        choices.withPlot(choices.measure(), choices.span().next())));
            case MEASURE ->
                Step.to(state.withChoices(choices.withPlot(choices.measure().next(), choices.span())));
            case BOX -> Step.to(boxes(state));
            case SORT ->
                Step.to(Ordering.renew(
                        state.withChoices(choices.withSort(choices.sort().next()))));
            case PAUSE -> Step.to(pause(state));
            case LEVEL ->
                Step.to(state.withChoices(choices.withLog(choices.log().withNextLevel())));
            case NEXT_MATCH -> Step.to(Moves.match(state, 1));
            case PREVIOUS_MATCH -> Step.to(Moves.match(state, -1));
            case COPY -> copy(state);
            case COMMAND -> Step.to(state.withOverlay(new Overlay.Typing(Purpose.COMMAND, "", "", List.of())));
            case NEXT_PANE ->
                Step.to(state.withChoices(choices.withFocus(choices.focus().further(1))));
            case PREVIOUS_PANE ->
                Step.to(state.withChoices(choices.withFocus(choices.focus().further(-1))));
            case PANE -> Step.to(state.withChoices(choices.withFocus(Pane.numbered(key.codePoint() - '0'))));
            case DOWN -> Step.to(Moves.by(state, 1));
            case UP -> Step.to(Moves.by(state, -1));
            case LEFT -> Step.to(Moves.sideways(state, -1));
            case RIGHT -> Step.to(Moves.sideways(state, 1));
            case PAGE_DOWN -> Step.to(Moves.by(state, Moves.page(state)));
            case PAGE_UP -> Step.to(Moves.by(state, -Moves.page(state)));
            case FIRST -> Step.to(Moves.by(state, -Moves.ALL));
            case LAST -> Step.to(Moves.by(state, Moves.ALL));
            case REDRAW -> Step.to(state, new Wish.Redraw());
            case SUSPEND -> Step.to(state, new Wish.Suspend());
            case QUIT -> Step.to(state, new Wish.Quit());
        };
    }

    private static Dashboard typing(Dashboard state) {
        Choices choices = state.choices();
        return choices.focus() == Pane.LOG
                ? state.withOverlay(
                        new Overlay.Typing(Purpose.SEARCH, "", choices.log().search(), List.of()))
                : state.withOverlay(new Overlay.Typing(Purpose.FILTER, choices.filter(), choices.filter(), List.of()));
    }

    /** Whether there is nothing left to step back from but the box itself. */
    private static boolean canLeave(Dashboard state) {
        Choices choices = state.choices();
        return !state.fleet().rows().isEmpty()
                && state.notice().isEmpty()
                && choices.focus() == Pane.GROUPS
                && !choices.zoomed()
                && choices.filter().isEmpty();
    }

    /** One step a time, the nearest thing first. */
    private static Dashboard back(Dashboard state) {
        Choices choices = state.choices();
        LogGaze log = choices.log();
        if (state.notice().isPresent()) {
            return state.withNotice(Optional.empty());
        }
        if (choices.focus() == Pane.LOG && log.back() > 0) {
            return state.withChoices(choices.withLog(log.withBack(0)));
        }
        if (choices.focus() == Pane.LOG && !log.search().isEmpty()) {
            return state.withChoices(choices.withLog(log.withSearch("")));
        }
        if (choices.zoomed()) {
            return state.withChoices(choices.withZoom(false));
        }
        if (!choices.filter().isEmpty()) {
            return state.withChoices(choices.withFilter(""));
        }
        return state.withChoices(choices.withFocus(Pane.GROUPS));
    }

    private static Step explain(Dashboard state) {
        Optional<GroupReading> group = state.data().group(state.choices().group());
        if (group.isEmpty() || group.get().pids().isEmpty()) {
            String why =
                    group.isEmpty() ? "no group is selected" : "explain: this box's processes can't be read from here";
            return Step.to(Notices.warn(state, why));
        }
        String command = "process explain "
                + group.get().pids().getFirst()
                + (group.get().withChildren() ? "" : " --no-children");
        return new Step(state.withOverlay(Overlay.Text.begun(command)), List.of(new Wish.Run(command, command)));
    }

    private static Dashboard restart(Dashboard state) {
        if (state.choices().focus() != Pane.SERVICES) {
            return Notices.warn(state, "restart: go to the services pane (2) and select one");
        }
        String service = state.choices().service();
        return service.isEmpty()
                ? Notices.warn(state, "restart: no service is known")
                : state.withOverlay(new Overlay.Question(
                        "restart " + service + ": it will stop and start again; continue?", "restart " + service));
    }

    private static Dashboard boxes(Dashboard state) {
        return state.boxes().size() < 2
                ? Notices.say(state, "only the box " + state.box() + " is known; monsh box add NAME adds another")
                : state.withNotice(Optional.empty()).withOverlay(choice(state));
    }

    private static Overlay.Boxes choice(Dashboard state) {
        List<String> names = new ArrayList<>(List.of(Overlay.Boxes.ALL));
        names.addAll(state.boxes());
        return new Overlay.Boxes(names, Math.max(0, names.indexOf(state.box())));
    }

    private static Dashboard pause(Dashboard state) {
        return state.isPaused()
                ? Ordering.settle(state.withFrozen(Optional.empty()))
                : state.withFrozen(Optional.of(state.latest()));
    }

    private static Step copy(Dashboard state) {
        String text = selectedText(state);
        return text.isEmpty()
                ? Step.to(Notices.warn(state, "copy: nothing is selected"))
                : Step.to(Notices.say(state, "copied: " + text), new Wish.Copy(text));
    }

    private static String selectedText(Dashboard state) {
        Choices choices = state.choices();
        return switch (choices.focus()) {
            case GROUPS, PLOT -> choices.group();
            case SERVICES -> choices.service();
            case LOG -> {
                List<ShownLine> lines = choices.log().of(state.data().log().lines());
                int at = lines.size() - 1 - choices.log().back();
                yield at >= 0 ? lines.get(at).text() : "";
            }
            case ALERTS -> {
                List<Alert> alerts = state.data().alerts().or(List.of());
                yield choices.alert() < alerts.size()
                        ? alerts.get(choices.alert()).name()
                        : "";
            }
        };
    }
}
