package dev.monsh.dashboard.layout;

import dev.monsh.dashboard.state.Choices;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.Size;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The panes of a window. Depends on its size and on what was chosen, never on the data, so that nothing jumps when numbers
 * change.
 *
 * @param panes those that can be seen, with their title lines
 */
public record Layout(Map<Pane, Region> panes) {

    /** What a window must have for two panes, for all, and for two beside each other. */
    private static final Size TWO = new Size(76, 22);

    private static final Size ALL = new Size(96, 30);
    private static final int WIDE = 160;

    private static final int SERVICES_HEIGHT = 6;

    public Layout {
        panes = Collections.unmodifiableMap(new EnumMap<>(panes));
    }

    /** Lays out a window: the first line is the box's, the last one the keys'. */
    public static Layout of(Size size, Choices choices) {
        EnumMap<Pane, Region> panes = new EnumMap<>(Pane.class);
        Region middle = new Region(0, 1, size.columns(), Math.max(0, size.rows() - 2));
        if (choices.zoomed() || !holds(size, TWO)) {
            panes.put(choices.focus(), middle);
        } else if (!holds(size, ALL)) {
            two(panes, middle, choices.lower());
        } else if (size.columns() < WIDE) {
            stacked(panes, middle);
        } else {
            wide(panes, middle);
        }
        return new Layout(panes);
    }

    /**
     * Where the rows of a fleet are: below the first line, a title and the names of the columns, and above a sentence about
     * the selected box and the line of the keys.
     *
     * @param first row of the window
     * @param count of rows; 0 where there is no room
     */
    public record FleetRows(int first, int count) {}

    /** Lays out a window that shows all boxes. */
    public static FleetRows fleet(Size size) {
        return new FleetRows(3, Math.max(0, size.rows() - 5));
    }

    private static boolean holds(Size size, Size least) {
        return size.columns() >= least.columns() && size.rows() >= least.rows();
    }

    private static void two(Map<Pane, Region> panes, Region all, Pane lower) {
        int upper = (all.height() + 1) / 2;
        panes.put(Pane.GROUPS, new Region(0, all.y(), all.width(), upper));
        panes.put(lower, new Region(0, all.y() + upper, all.width(), all.height() - upper));
    }

    private static void stacked(Map<Pane, Region> panes, Region all) {
        int plot = all.height() < 34 ? 6 : 8;
        int rest = all.height() - plot - SERVICES_HEIGHT;
        int groups = (rest + 1) / 2;
        int y = all.y();
        panes.put(Pane.GROUPS, new Region(0, y, all.width(), groups));
        y += groups;
        panes.put(Pane.PLOT, new Region(0, y, all.width(), plot));
        y += plot;
        panes.put(Pane.LOG, new Region(0, y, all.width(), rest - groups));
        y += rest - groups;
        int services = all.width() * 55 / 100;
        panes.put(Pane.SERVICES, new Region(0, y, services, SERVICES_HEIGHT));
        panes.put(Pane.ALERTS, new Region(services + 1, y, all.width() - services - 1, SERVICES_HEIGHT));
    }

    /** The log is what gains most from height, so the other panes stand beside it. */
    private static void wide(Map<Pane, Region> panes, Region all) {
        int groups = all.height() * 2 / 5;
        int y = all.y() + groups;
        int below = all.height() - groups;
        int log = all.width() * 55 / 100;
        panes.put(Pane.GROUPS, new Region(0, all.y(), all.width(), groups));
        panes.put(Pane.LOG, new Region(0, y, log, below));
        int right = all.width() - log - 1;
        int plot = below - SERVICES_HEIGHT - below / 5;
        panes.put(Pane.PLOT, new Region(log + 1, y, right, plot));
        panes.put(Pane.SERVICES, new Region(log + 1, y + plot, right, SERVICES_HEIGHT));
        panes.put(Pane.ALERTS, new Region(log + 1, y + plot + SERVICES_HEIGHT, right, below - plot - SERVICES_HEIGHT));
    }

    /** Returns where a pane is; empty where it can't be seen. */
    public Optional<Region> region(Pane pane) {
        return Optional.ofNullable(panes.get(pane));
    }

    /** Returns the pane at a cell. */
    public Optional<Pane> at(int column, int row) {
        return panes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(column, row))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
