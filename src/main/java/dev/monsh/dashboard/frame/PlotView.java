package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.Dashboard;

final class PlotView {
    PlotView(Look look) {}
    void paint(Pen pen, Dashboard state) {}
}
