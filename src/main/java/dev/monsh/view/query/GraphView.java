package dev.monsh.view.query;

import dev.monsh.metrics.QueryResult;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.Theme;
import dev.monsh.view.NumberText;
import java.util.List;
import java.util.Optional;

/**
 * Draws the series of a range query on one plot with axes and a legend. Braille where the terminal can and series are told
 * apart by colour; else one ASCII character a series. Samples that are no finite number leave a gap.
 */
public final class GraphView {

    private static final int LEAST_PLOT_WIDTH = 8;
    private static final int MOST_ROWS = 20;

    private final Output out;
    private final TerminalProfile profile;
    private final Theme theme;

    public GraphView(Output out, TerminalProfile profile) {
        this.out = out;
        this.profile = profile;
        this.theme = new Theme(profile.color());
    }

    /**
     * Draws a matrix; returns false where it has no finite number, and so nothing was drawn.
     *
     * @param asked the range that was asked for, which is the x-axis; without one it is that of the samples
     */
    public boolean print(QueryResult result, Optional<TimeSpan> asked) {
        List<PlottedSeries> plotted = PlottedSeries.of(result);
        if (plotted.stream().allMatch(line -> line.count() == 0)) {
            return false;
        }
        boolean braille = profile.braille() && (profile.color() || plotted.size() == 1);
        double least = plotted.stream().mapToDouble(PlottedSeries::least).min().orElse(0);
        double most = plotted.stream().mapToDouble(PlottedSeries::most).max().orElse(1);
        int rows = rows();
        AxisScale scale = AxisScale.around(least, most, Math.max(2, rows / 4));
        int labelWidth = labelWidth(scale, rows);
        int columns = Math.max(LEAST_PLOT_WIDTH, profile.width() - labelWidth - 2);
        PlotCanvas canvas = new PlotCanvas(columns, rows, braille);
        TimeSpan span = asked.orElseGet(() -> ofSamples(plotted));
        for (int i = 0; i < plotted.size(); i++) {
            draw(canvas, i, plotted.get(i), scale, span);
        }
        printPlot(canvas, scale, rows, labelWidth);
        printTimes(span, columns, labelWidth);
        new GraphLegend(out, profile, theme).print(plotted, braille, span);
        return true;
    }

    private static TimeSpan ofSamples(List<PlottedSeries> plotted) {
        return new TimeSpan(
                plotted.stream().mapToLong(PlottedSeries::start).min().orElse(0),
                plotted.stream().mapToLong(PlottedSeries::end).max().orElse(1));
    }

    private int rows() {
        return profile.stdoutTerminal() ? Math.clamp(profile.height() - 8, 6, MOST_ROWS) : 16;
    }

    private int labelWidth(AxisScale scale, int rows) {
        int widest = 0;
        for (int row = 0; row < rows; row++) {
            widest = Math.max(widest, label(scale, row, rows).length());
        }
        // where the window is narrow the plot needs the room more than the numbers do
        return profile.width() - widest - 2 < LEAST_PLOT_WIDTH ? 0 : widest;
    }

    /** Returns the number beside a row: the one of the tick that lies in it. */
    private static String label(AxisScale scale, int row, int rows) {
        double tick = scale.tick(row, rows);
        return Double.isNaN(tick) ? "" : NumberText.of(tick, scale.step());
    }

    private static void draw(PlotCanvas canvas, int number, PlottedSeries line, AxisScale scale, TimeSpan span) {
        int lastX = -1;
        int lastY = -1;
        for (int i = 0; i < line.size(); i++) {
            double value = line.value(i);
            if (!Double.isFinite(value) || !span.holds(line.time(i))) {
                lastX = -1;
                continue;
            }
            int x = (int) Math.round(span.position(line.time(i)) * (canvas.dotsAcross() - 1));
            int y = (int) Math.round(scale.position(value) * (canvas.dotsUp() - 1));
            if (lastX < 0 || line.gapBefore(i)) {
                canvas.dot(number, x, y);
                if (line.count() == 1) {
                    aroundPoint(canvas, number, x, y);
                }
            } else {
                canvas.line(number, lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
    }

    /** A single dot of braille is easily missed. */
    private static void aroundPoint(PlotCanvas canvas, int number, int x, int y) {
        if (canvas.isFine()) {
            for (int[] beside : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                canvas.dot(number, x + beside[0], y + beside[1]);
            }
        }
    }

    private void printPlot(PlotCanvas canvas, AxisScale scale, int rows, int labelWidth) {
        for (int row = 0; row < rows; row++) {
            String label = labelWidth == 0 ? "" : label(scale, row, rows);
            String axis = label.isEmpty() ? (profile.unicode() ? "│" : "|") : (profile.unicode() ? "┤" : "+");
            out.write(" ".repeat(labelWidth - label.length()));
            out.write(theme.paint(Style.FAINT, label + " " + axis));
            out.write(canvas.row(row, theme));
            out.write('\n');
        }
    }

    private void printTimes(TimeSpan span, int columns, int labelWidth) {
        String corner = profile.unicode() ? "└" : "+";
        String line = profile.unicode() ? "─" : "-";
        out.write(" ".repeat(labelWidth + 1) + theme.paint(Style.FAINT, corner + line.repeat(columns)));
        out.write('\n');
        String left = span.text(span.start());
        String right = span.text(span.end());
        String middle = span.text(span.start() + (span.end() - span.start()) / 2);
        int room = columns - left.length() - right.length();
        String times;
        if (room >= middle.length() + 4) {
            int before = (room - middle.length()) / 2;
            times = left + " ".repeat(before) + middle + " ".repeat(room - middle.length() - before) + right;
        } else {
            times = room > 0 ? left + " ".repeat(room) + right : left;
        }
        // where the window is too narrow for both, the first may still reach below the numbers of the axis
        int indent = Math.max(0, Math.min(labelWidth + 2, profile.width() - times.length()));
        out.write(" ".repeat(indent) + theme.paint(Style.FAINT, times));
        out.write('\n');
    }
}
