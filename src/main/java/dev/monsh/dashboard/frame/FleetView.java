package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Layout;
import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Feed;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** All boxes, a row each, and a sentence about the selected one. */
final class FleetView {

    private static final int GAP = 2;
    private static final int NAME_AT = 5;
    private static final int SHORTEST_NAME = 10;
    private static final int LONGEST_NAME = 28;

    /** A sentence has no room in less. */
    private static final int LEAST_SENTENCE = 24;

    private final Look look;

    FleetView(Look look) {
        this.look = look;
    }

    void paint(Pen pen, Dashboard state) {
        Fleet fleet = state.fleet();
        List<BoxRow> rows = fleet.shownRows(state.choices().filter());
        title(state, rows.size()).paint(pen, look);
        Pen body = pen.below(1);
        if (rows.isEmpty()) {
            body.write(NAME_AT, 1, "no box's name contains it; Esc ends the filter", Ink.DIM);
            return;
        }
        Widths widths = Widths.of(body.width(), fleet.rows());
        header(body, widths, fleet);
        int count = Layout.fleet(state.size()).count();
        int selected = rows.stream().map(BoxRow::box).toList().indexOf(fleet.selected());
        int first = Rows.first(selected, rows.size(), count);
        for (int i = 0; i < count && first + i < rows.size(); i++) {
            row(body, i + 1, widths, rows.get(first + i), first + i == selected, state);
        }
        if (selected >= 0) {
            sentence(body, rows.get(selected), state.now());
        }
    }

    private TitleLine title(Dashboard state, int shown) {
        Fleet fleet = state.fleet();
        String filter = state.choices().filter();
        int all = fleet.rows().size();
        return new TitleLine("Boxes", true)
                .with(shown == all ? Integer.toString(all) : shown + " of " + all, Ink.PLAIN)
                .right("by " + fleet.sort().words() + " " + look.more(), Ink.DIM)
                .right(
                        filter.isEmpty() ? "/ filter" : "/" + Sanitizer.visible(filter),
                        filter.isEmpty() ? Ink.DIM : Ink.ACCENT);
    }

    private static void header(Pen body, Widths widths, Fleet fleet) {
        body.write(NAME_AT, 0, "box", fleet.sort() == Fleet.Sort.NAME ? Ink.ACCENT : Ink.DIM);
        int x = NAME_AT + widths.name();
        for (FleetColumn column : widths.columns()) {
            boolean sorted = column.header().equals(fleet.sort().words());
            x += GAP + column.width();
            body.right(x, 0, column.header(), sorted ? Ink.ACCENT : Ink.DIM);
        }
    }

    private void row(Pen body, int y, Widths widths, BoxRow row, boolean selected, Dashboard state) {
        boolean stale = row.health() == BoxRow.Health.DOWN;
        if (selected) {
            body.write(1, y, look.marker(), Ink.ACCENT);
        }
        dot(body, y, row, state.now());
        String name = Pen.named(Sanitizer.visible(row.box()), widths.name(), look);
        body.write(NAME_AT, y, name, selected ? Ink.STRONG : Ink.PLAIN);
        int x = NAME_AT + widths.name();
        for (FleetColumn column : widths.columns()) {
            x += GAP + column.width();
            GroupColumn.Value value = column.value(row, state.now());
            boolean dim = stale && column != FleetColumn.STATE;
            Ink ink = dim ? Ink.DIM : selected && value.ink() == Ink.PLAIN ? Ink.STRONG : value.ink();
            body.right(x, y, value.text(), ink);
        }
        int room = body.width() - x - GAP - 1;
        if (room >= LEAST_SENTENCE) {
            body.left(x + GAP, y, room, trouble(row, state.now()), ink(row), look);
        }
    }

    private void dot(Pen body, int y, BoxRow row, Instant now) {
        String dot = switch (row.health()) {
            case WELL -> look.well();
            case IMPAIRED -> look.soon();
            case ALERTING -> "!";
            case DOWN -> look.wrong();
            case ASKING -> Spinner.at(now);
        };
        body.write(3, y, dot, row.health() == BoxRow.Health.WELL ? Ink.GOOD : ink(row));
    }

    private static Ink ink(BoxRow row) {
        return switch (row.health()) {
            case WELL, ASKING -> Ink.DIM;
            case IMPAIRED -> Ink.WARNING;
            case ALERTING, DOWN -> Ink.BAD;
        };
    }

    /** The last row is about the selected box: what is wrong with it, for which narrow windows have no column. */
    private void sentence(Pen body, BoxRow row, Instant now) {
        String trouble = trouble(row, now);
        String well = row.health() == BoxRow.Health.ASKING ? "asking" : "all targets are up, and no alert is active";
        String text = Sanitizer.visible(row.box()) + ": " + (trouble.isEmpty() ? well : trouble);
        body.left(1, body.height() - 1, body.width() - 2, text, ink(row), look);
    }

    private static String trouble(BoxRow row, Instant now) {
        List<String> all = new ArrayList<>();
        failure(row.figures(), now, all);
        if (row.figures().failure().isEmpty()) {
            row.figures().value().ifPresent(figures -> figures(figures, all));
            failure(row.logs(), now, all);
        }
        return String.join("; ", all);
    }

    private static void failure(Feed<?> feed, Instant now, List<String> all) {
        feed.failure()
                .ifPresent(why -> all.add(Sanitizer.visible(why)
                        + feed.staleFor(now)
                                .map(age -> ", values " + Units.age(age) + " old")
                                .orElse("")));
    }

    private static void figures(BoxRow.Figures figures, List<String> all) {
        if (figures.firing() > 0) {
            all.add(figures.firing() + (figures.firing() == 1 ? " alert fires" : " alerts fire"));
        }
        if (figures.pending() > 0) {
            all.add(figures.pending() + (figures.pending() == 1 ? " alert is" : " alerts are") + " pending");
        }
        if (figures.targetsDown() > 0) {
            all.add(figures.targetsDown() + " of " + figures.targets() + " targets "
                    + (figures.targetsDown() == 1 ? "is" : "are") + " down");
        }
    }

    /** The widths of the columns that a window has room for. */
    private record Widths(int name, List<FleetColumn> columns) {

        static Widths of(int width, List<BoxRow> rows) {
            int name = rows.stream()
                    .mapToInt(row -> TextWidth.of(Sanitizer.visible(row.box())))
                    .max()
                    .orElse(0);
            int fitted = Math.clamp(name, SHORTEST_NAME, Math.clamp(width / 3, SHORTEST_NAME, LONGEST_NAME));
            int used = NAME_AT + fitted + 1;
            List<FleetColumn> kept = new ArrayList<>();
            for (FleetColumn column : byWorth()) {
                if (used + GAP + column.width() > width) {
                    break;
                }
                used += GAP + column.width();
                kept.add(column);
            }
            return new Widths(fitted, kept.stream().sorted().toList());
        }

        private static List<FleetColumn> byWorth() {
            return Arrays.stream(FleetColumn.values())
                    .sorted(Comparator.comparingInt(FleetColumn::worth).reversed())
                    .toList();
        }
    }
}
