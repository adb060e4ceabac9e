package dev.monsh.view.query;

import dev.monsh.metrics.QueryResult;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.TextWidth;
import dev.monsh.terminal.Theme;
import dev.monsh.view.NumberText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

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

    /** Draws a matrix; returns false where it has no finite number, and so nothing was drawn. */
    public boolean print(QueryResult result) {
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
        long start = plotted.stream().mapToLong(PlottedSeries::start).min().orElse(0);
        long end = Math.max(
                start + 1, plotted.stream().mapToLong(PlottedSeries::end).max().orElse(1));
        for (int i = 0; i < plotted.size(); i++) {
            draw(canvas, i, plotted.get(i), scale, start, end);
        }
        printPlot(canvas, scale, rows, labelWidth);
        printTimes(start, end, columns, labelWidth);
        printLegend(plotted, braille);
        return true;
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
        double upper = scale.high() - (scale.high() - scale.low()) * (row - 0.5) / (rows - 1);
        double lower = scale.high() - (scale.high() - scale.low()) * (row + 0.5) / (rows - 1);
        double tick = Math.floor(upper / scale.step() - 1e-9) * scale.step();
        if (tick < lower) {
            return "";
        }
        // 3 * 0.1 is not 0.3
        return NumberText.of(Math.rint(tick / scale.step()) * scale.step(), scale.step());
    }

    private static void draw(PlotCanvas canvas, int number, PlottedSeries line, AxisScale scale, long start, long end) {
        int lastX = -1;
        int lastY = -1;
        for (int i = 0; i < line.size(); i++) {
            double value = line.value(i);
            if (!Double.isFinite(value)) {
                lastX = -1;
                continue;
            }
            int x = (int) Math.round((double) (line.time(i) - start) / (end - start) * (canvas.dotsAcross() - 1));
            int y = (int) Math.round(scale.position(value) * (canvas.dotsUp() - 1));
            if (lastX < 0 || line.gapBefore(i)) {
                canvas.dot(number, x, y);
            } else {
                canvas.line(number, lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
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

    private void printTimes(long start, long end, int columns, int labelWidth) {
        String corner = profile.unicode() ? "└" : "+";
        String line = profile.unicode() ? "─" : "-";
        out.write(" ".repeat(labelWidth + 1) + theme.paint(Style.FAINT, corner + line.repeat(columns)));
        out.write('\n');
        String pattern = end - start < 300_000 ? "HH:mm:ss" : end - start < 86_400_000 ? "HH:mm" : "MM-dd HH:mm";
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern);
        String left = time(formatter, start);
        String right = time(formatter, end);
        String middle = time(formatter, start + (end - start) / 2);
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

    private static String time(DateTimeFormatter formatter, long millis) {
        return formatter.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    private void printLegend(List<PlottedSeries> plotted, boolean braille) {
        for (int i = 0; i < plotted.size(); i++) {
            PlottedSeries line = plotted.get(i);
            List<String> numbers = line.count() == 0
                    ? List.of("no finite value")
                    : List.of(
                            "last " + NumberText.of(line.last()),
                            "min " + NumberText.of(line.least()),
                            "max " + NumberText.of(line.most()));
            String beside = "  " + String.join("  ", numbers);
            String name = Sanitizer.visible(line.name());
            int room = profile.width() - 2 - beside.length();
            boolean fits = room >= Math.min(12, TextWidth.of(name));
            out.write(
                    theme.series(i, PlotCanvas.mark(i, braille)) + " " + cut(name, fits ? room : profile.width() - 2));
            out.write((fits ? theme.paint(Style.FAINT, beside) : "") + "\n");
            if (!fits) {
                numbers.forEach(number -> out.write("  " + theme.paint(Style.FAINT, number) + "\n"));
            }
        }
    }

    private String cut(String text, int width) {
        return TextWidth.of(text) <= width ? text : TextWidth.prefix(text, width - 1) + (profile.unicode() ? "…" : "~");
    }
}
