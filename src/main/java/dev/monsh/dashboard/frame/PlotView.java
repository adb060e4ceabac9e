package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.Curve;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Feed;
import dev.monsh.dashboard.state.History;
import dev.monsh.dashboard.state.Measure;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.Plot;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Theme;
import dev.monsh.view.query.AxisScale;
import dev.monsh.view.query.PlotCanvas;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** One number of the selected group over time, with axes. */
final class PlotView {

    private static final int LABELS = 9;
    private static final int BELOW = 2;

    private final Look look;
    private final DateTimeFormatter time;

    PlotView(Look look) {
        this.look = look;
        this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(look.zone());
    }

    void paint(Pen pen, Dashboard state) {
        Plot plot = new Plot(
                state.choices().group(),
                state.choices().measure(),
                state.choices().span());
        Feed<Curve> feed = state.data().curve();
        Curve curve = feed.value()
                .filter(each -> each.plot().equals(plot) && feed.failure().isEmpty())
                .orElseGet(() -> seen(plot, state));
        title(plot, feed, curve, state).paint(pen, look);
        Pen body = pen.below(1);
        double[] finite = Arrays.stream(curve.values()).filter(Double::isFinite).toArray();
        if (body.height() <= BELOW || pen.width() < LABELS + 10) {
            return;
        }
        if (finite.length == 0) {
            boolean asked = feed.isWaiting()
                    || feed.value().filter(each -> !each.plot().equals(plot)).isPresent();
            body.write(3, 0, asked ? "asking " + Spinner.at(state.now()) : "no values in this range", Ink.DIM);
            return;
        }
        draw(body, plot, curve, finite, state.now());
    }

    private TitleLine title(Plot plot, Feed<Curve> feed, Curve curve, Dashboard state) {
        String of = plot.group().isEmpty() ? "" : " of " + Sanitizer.visible(plot.group());
        TitleLine title =
                new TitleLine(plot.measure().words() + of, state.choices().focus() == Pane.PLOT);
        double last = last(curve.values());
        title.with(Double.isNaN(last) ? "" : value(plot.measure(), last), Ink.ACCENT);
        feed.failure().ifPresent(why -> title.with(Sanitizer.visible(why), Ink.BAD));
        return title.right(curve.origin(), Ink.DIM).right(plot.span().words() + " " + look.more(), Ink.DIM);
    }

    /** What was seen here stands in until Prometheus answers, or where it does not. */
    private static Curve seen(Plot plot, Dashboard state) {
        History history = plot.measure() == Measure.CPU
                ? state.data().histories().getOrDefault(plot.group(), History.empty())
                : History.empty();
        long[] millis = new long[history.size()];
        double[] values = new double[history.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = history.time(i);
            values[i] = history.value(i);
        }
        return new Curve(plot, millis, values, "seen here");
    }

    private static double last(double[] values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    private static String value(Measure measure, double value) {
        return switch (measure) {
            case CPU -> Units.percent(value);
            case MEMORY -> Units.bytes(value);
            case THREADS, FILES, LINES -> Units.count(value);
        };
    }

    private void draw(Pen body, Plot plot, Curve curve, double[] finite, Instant now) {
        int rows = body.height() - BELOW;
        int columns = body.width() - LABELS - 3;
        double unit = unit(plot.measure(), Arrays.stream(finite).max().orElse(1));
        // an axis from 0 does not exaggerate
        AxisScale scale = AxisScale.around(
                0,
                Math.max(Arrays.stream(finite).max().orElse(0), least(plot.measure())) / unit,
                Math.max(1, rows / 2));
        PlotCanvas canvas = new PlotCanvas(columns, rows, look.braille());
        long end = now.toEpochMilli();
        long start = end - plot.span().length().toMillis();
        line(canvas, curve, scale, unit, start, end);
        for (int row = 0; row < rows; row++) {
            String label = label(scale, row, rows, plot.measure(), unit);
            String axis = label.isEmpty() ? (look.unicode() ? "│" : "|") : (look.unicode() ? "┤" : "+");
            body.right(LABELS, row, label, Ink.DIM);
            body.write(LABELS + 1, row, axis, Ink.DIM);
            body.write(LABELS + 2, row, canvas.row(row, new Theme(false)), Ink.ACCENT);
        }
        body.right(LABELS, rows, "0", Ink.DIM);
        body.write(LABELS + 1, rows, (look.unicode() ? "└" : "+") + look.rule().repeat(columns), Ink.DIM);
        String left = time.format(Instant.ofEpochMilli(start));
        body.write(LABELS + 2, rows + 1, left, Ink.DIM);
        body.right(LABELS + 2 + columns, rows + 1, time.format(now), Ink.DIM);
    }

    private static double least(Measure measure) {
        return measure == Measure.CPU ? 10 : 1;
    }

    /** Bytes are labelled in the unit of the largest, so that their axis has round numbers. */
    private static double unit(Measure measure, double most) {
        double unit = 1;
        while (measure == Measure.MEMORY && most / unit >= 999.5) {
            unit *= 1024;
        }
        return unit;
    }

    private static String label(AxisScale scale, int row, int rows, Measure measure, double unit) {
        double high = scale.high();
        double upper = high - high * (row - 0.5) / rows;
        double lower = high - high * (row + 0.5) / rows;
        double tick = Math.floor(upper / scale.step() - 1e-9) * scale.step();
        return tick <= lower || tick <= 0 ? "" : value(measure, tick * unit);
    }

    private static void line(PlotCanvas canvas, Curve curve, AxisScale scale, double unit, long start, long end) {
        int lastX = -1;
        int lastY = -1;
        long lastTime = 0;
        long gap = (end - start) / 20;
        for (int i = 0; i < curve.values().length; i++) {
            double value = curve.values()[i];
            long at = curve.millis()[i];
            if (!Double.isFinite(value) || at < start) {
                lastX = -1;
                continue;
            }
            int x = (int) Math.round((double) (at - start) / (end - start) * (canvas.dotsAcross() - 1));
            int y = (int) Math.round(scale.position(value / unit) * (canvas.dotsUp() - 1));
            if (lastX < 0 || at - lastTime > gap) {
                canvas.dot(0, x, y);
            } else {
                canvas.line(0, lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
            lastTime = at;
        }
    }
}
