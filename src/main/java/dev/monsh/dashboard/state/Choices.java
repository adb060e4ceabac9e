package dev.monsh.dashboard.state;

import java.time.Instant;

/**
 * What the person has chosen.
 *
 * @param focus the pane that takes the keys
 * @param lower the pane in the lower half of a window with room for two
 * @param zoomed whether the focused pane has the whole window
 * @param group the selected group's name; the selection follows it when the order changes
 * @param service the selected service of the stack
 * @param alert the number of the selected alert, from 0
 * @param filter what the names of groups have to contain, whatever its case
 * @param movedAt when the selection was last moved
 */
public record Choices(
        Pane focus,
        Pane lower,
        boolean zoomed,
        String group,
        String service,
        int alert,
        Sort sort,
        String filter,
        Measure measure,
        Span span,
        LogGaze log,
        Instant movedAt) {

    /** Returns what is chosen at the start. */
    public static Choices first() {
        return new Choices(
                Pane.GROUPS,
                Pane.LOG,
                false,
                "",
                "",
                0,
                Sort.CPU,
                "",
                Measure.CPU,
                Span.MINUTES_15,
                LogGaze.following(),
                Instant.EPOCH);
    }

    public Choices withFocus(Pane other) {
        Pane below = other == Pane.GROUPS ? lower : other;
        return new Choices(other, below, zoomed, group, service, alert, sort, filter, measure, span, log, movedAt);
    }

    public Choices withZoom(boolean whole) {
        return new Choices(focus, lower, whole, group, service, alert, sort, filter, measure, span, log, movedAt);
    }

    public Choices withGroup(String name) {
        return new Choices(focus, lower, zoomed, name, service, alert, sort, filter, measure, span, log, movedAt);
    }

    public Choices withService(String name) {
        return new Choices(focus, lower, zoomed, group, name, alert, sort, filter, measure, span, log, movedAt);
    }

    public Choices withAlert(int number) {
        return new Choices(focus, lower, zoomed, group, service, number, sort, filter, measure, span, log, movedAt);
    }

    public Choices withSort(Sort other) {
        return new Choices(focus, lower, zoomed, group, service, alert, other, filter, measure, span, log, movedAt);
    }

    public Choices withFilter(String other) {
        return new Choices(focus, lower, zoomed, group, service, alert, sort, other, measure, span, log, movedAt);
    }

    public Choices withPlot(Measure otherMeasure, Span otherSpan) {
        return new Choices(
                focus, lower, zoomed, group, service, alert, sort, filter, otherMeasure, otherSpan, log, movedAt);
    }

    public Choices withLog(LogGaze other) {
        return new Choices(focus, lower, zoomed, group, service, alert, sort, filter, measure, span, other, movedAt);
    }

    public Choices moved(Instant when) {
        return new Choices(focus, lower, zoomed, group, service, alert, sort, filter, measure, span, log, when);
    }
}
