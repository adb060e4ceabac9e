package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Layout;
import dev.monsh.dashboard.layout.Region;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Size;

/** Turns a state into a frame; the same state always gives the same one. */
public final class FrameView {

    private final HeaderLine header;
    private final FooterLine footer;
    private final OverlayView overlay;
    private final GroupsView groups;
    private final ServicesView services;
    private final LogView log;
    private final PlotView plot;
    private final AlertsView alerts;
    private final FleetView fleet;

    public FrameView(Look look) {
        this.header = new HeaderLine(look);
        this.footer = new FooterLine(look);
        this.overlay = new OverlayView(look);
        this.groups = new GroupsView(look);
        this.services = new ServicesView(look);
        this.log = new LogView(look);
        this.plot = new PlotView(look);
        this.alerts = new AlertsView(look);
        this.fleet = new FleetView(look);
    }

    /** Paints the state at its own size. */
    public Frame of(Dashboard state) {
        Size size = state.size();
        Sheet sheet = new Sheet(size.columns(), size.rows());
        header.paint(sheet.pen(new Region(0, 0, size.columns(), 1)), state);
        Region middle = new Region(0, 1, size.columns(), Math.max(0, size.rows() - 2));
        if (!overlay.paint(sheet.pen(middle), state)) {
            panes(sheet, state);
        }
        if (size.rows() > 1) {
            footer.paint(sheet.pen(new Region(0, size.rows() - 1, size.columns(), 1)), state);
        }
        return sheet.frame();
    }

    private void panes(Sheet sheet, Dashboard state) {
        if (state.fleet().shown()) {
            fleet.paint(
                    sheet.pen(new Region(
                            0,
                            1,
                            state.size().columns(),
                            Math.max(0, state.size().rows() - 2))),
                    state);
            return;
        }
        Layout.of(state.size(), state.choices()).panes().forEach((pane, region) -> {
            Pen pen = sheet.pen(region);
            switch (pane) {
                case GROUPS -> groups.paint(pen, state);
                case SERVICES -> services.paint(pen, state);
                case LOG -> log.paint(pen, state);
                case PLOT -> plot.paint(pen, state);
                case ALERTS -> alerts.paint(pen, state);
            }
        });
    }
}
