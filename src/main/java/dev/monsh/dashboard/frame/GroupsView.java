package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.frame.GroupColumn.Value;
import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.terminal.Sanitizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The process groups, a row each. */
final class GroupsView {

    private static final int GAP = 2;
    private static final int SHORTEST_NAME = 20;
    private static final int LEAST_NAME = 36;
    private static final int MOST_NAME = 44;
    private static final int MOST_HISTORY = 84;
    private static final int NAME_AT = 3;

    private final Look look;

    GroupsView(Look look) {
        this.look = look;
    }

    void paint(Pen pen, Dashboard state) {
        title(state).paint(pen, look);
        Pen body = pen.below(1);
        List<GroupReading> groups = state.shownGroups();
        if (groups.isEmpty()) {
            body.write(NAME_AT, 1, why(state), Ink.DIM);
            return;
        }
        Widths widths = Widths.of(pen.width());
        header(body, widths, state);
        int rows = body.height() - 1;
        int selected = index(groups, state.choices().group());
        int first = Rows.first(selected, groups.size(), rows);
        for (int row = 0; row < rows && first + row < groups.size(); row++) {
            row(body, row + 1, widths, groups.get(first + row), first + row == selected, state);
        }
    }

    private TitleLine title(Dashboard state) {
        boolean focused = state.choices().focus() == Pane.GROUPS;
        int all = state.data().groups().or(List.of()).size();
        int shown = state.shownGroups().size();
        String count = all == 0 ? "" : shown == all ? Integer.toString(all) : shown + " of " + all;
        String filter = state.choices().filter();
        return new TitleLine("Groups", focused)
                .with(count, Ink.PLAIN)
                .health(state.data().groups(), state.now())
                .right("by " + state.choices().sort().words() + " " + look.more(), Ink.DIM)
                .right(
                        filter.isEmpty() ? "/ filter" : "/" + Sanitizer.visible(filter),
                        filter.isEmpty() ? Ink.DIM : Ink.ACCENT);
    }

    private static String why(Dashboard state) {
        if (state.data().groups().isWaiting()) {
            return "reading the processes " + Spinner.at(state.now());
        }
        if (!state.choices().filter().isEmpty()) {
            return "no group's name contains it; Esc ends the filter";
        }
        return state.data().groups().value().isPresent()
                ? "no process is in a group; monsh process test shows why"
                : "";
    }

    private void header(Pen body, Widths widths, Dashboard state) {
        body.write(NAME_AT, 0, "group", Ink.DIM);
        int x = NAME_AT + widths.name();
        for (Map.Entry<GroupColumn, Integer> column : widths.columns().entrySet()) {
            x += GAP;
            String header = column.getKey().header();
            boolean sorted = header.equals(state.choices().sort().words());
            Ink ink = sorted ? Ink.ACCENT : Ink.DIM;
            if (column.getKey() == GroupColumn.HISTORY) {
                body.write(x, 0, header, ink);
            } else {
                body.right(x + column.getValue(), 0, header, ink);
            }
            x += column.getValue();
        }
    }

    private void row(Pen body, int y, Widths widths, GroupReading group, boolean selected, Dashboard state) {
        boolean stale = state.data().groups().failure().isPresent();
        if (selected) {
            body.write(1, y, look.marker(), Ink.ACCENT);
        }
        String name = group.name().isEmpty() ? "(empty name)" : Sanitizer.visible(group.name());
        Ink nameInk = stale || group.isUngrouped() ? Ink.DIM : selected ? Ink.STRONG : Ink.PLAIN;
        body.write(NAME_AT, y, Pen.named(name, widths.name(), look), nameInk);
        int x = NAME_AT + widths.name();
        for (Map.Entry<GroupColumn, Integer> column : widths.columns().entrySet()) {
            x += GAP;
            int width = column.getValue();
            Value value = column.getKey().value(group, state, look, width);
            boolean dim = stale || (group.isUngrouped() && value.ink() == Ink.PLAIN);
            Ink ink = dim ? Ink.DIM : selected && value.ink() == Ink.PLAIN ? Ink.STRONG : value.ink();
            body.right(x + width, y, value.text(), ink);
            x += width;
        }
    }

    private static int index(List<GroupReading> groups, String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The widths of the columns that a window has room for. */
    record Widths(int name, Map<GroupColumn, Integer> columns) {

        static Widths of(int width) {
            List<GroupColumn> kept = Arrays.stream(GroupColumn.values())
                    .sorted(Comparator.comparingInt(GroupColumn::worth).reversed())
                    .toList();
            int count = 0;
            int least = Math.clamp(width / 3, SHORTEST_NAME, LEAST_NAME);
            int used = NAME_AT + least + 1;
            while (count < kept.size() && used + GAP + kept.get(count).width() <= width) {
                used += GAP + kept.get(count).width();
                count++;
            }
            List<GroupColumn> chosen = kept.subList(0, count).stream().sorted().toList();
            int spare = width - used;
            int name = Math.min(least + spare, MOST_NAME);
            int wider = Math.min(spare - (name - least), MOST_HISTORY - GroupColumn.HISTORY.width());
            Map<GroupColumn, Integer> columns = new LinkedHashMap<>();
            chosen.forEach(column ->
                    columns.put(column, column.width() + (column == GroupColumn.HISTORY ? Math.max(0, wider) : 0)));
            return new Widths(name, columns);
        }
    }
}
