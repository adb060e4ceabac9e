package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.TextWidth;
import dev.monsh.terminal.Theme;
import dev.monsh.view.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the series below a graph. What all of them share is said once; a name that is too long is shortened in its middle,
 * since names tend to differ at their ends.
 */
final class GraphLegend {

    private final Output out;
    private final TerminalProfile profile;
    private final Theme theme;

    GraphLegend(Output out, TerminalProfile profile, Theme theme) {
        this.out = out;
        this.profile = profile;
        this.theme = theme;
    }

    void print(List<PlottedSeries> plotted, boolean braille, TimeSpan span) {
        Map<String, String> shared = shared(plotted);
        if (!shared.isEmpty()) {
            String all = Sanitizer.visible(Labels.of(shared).selector());
            out.write(theme.paint(Style.FAINT, shortened("all: " + all, profile.width())) + "\n");
        }
        for (int i = 0; i < plotted.size(); i++) {
            PlottedSeries line = plotted.get(i);
            List<String> numbers = numbers(line, span);
            String beside = "  " + String.join("  ", numbers);
            String name = Sanitizer.visible(without(line.labels(), shared).selector());
            int room = profile.width() - 2 - TextWidth.of(beside);
            boolean fits = room >= Math.min(12, TextWidth.of(name));
            out.write(theme.series(i, PlotCanvas.mark(i, braille)) + " "
                    + shortened(name, fits ? room : profile.width() - 2));
            out.write((fits ? theme.paint(Style.FAINT, beside) : "") + "\n");
            if (!fits) {
                numbers.forEach(number -> out.write("  " + theme.paint(Style.FAINT, number) + "\n"));
            }
        }
    }

    private static List<String> numbers(PlottedSeries line, TimeSpan span) {
        if (line.count() == 0) {
            return List.of("no finite value");
        }
        List<String> numbers = new ArrayList<>(
                line.count() == 1
                        ? List.of("one point: " + NumberText.of(line.last()), "at " + span.text(line.lastTime()))
                        : List.of(
                                "last " + NumberText.of(line.last()),
                                "min " + NumberText.of(line.least()),
                                "max " + NumberText.of(line.most())));
        if (line.leftOut() > 0) {
            numbers.add(line.leftOut() + " left out: Inf, NaN");
        }
        return numbers;
    }

    /** Returns the labels that every one of several series has with the same value. */
    private static Map<String, String> shared(List<PlottedSeries> plotted) {
        if (plotted.size() < 2) {
            return Map.of();
        }
        Map<String, String> shared = new TreeMap<>(plotted.getFirst().labels().values());
        plotted.forEach(
                line -> shared.entrySet().retainAll(line.labels().values().entrySet()));
        return shared;
    }

    private static Labels without(Labels labels, Map<String, String> shared) {
        Map<String, String> rest = new TreeMap<>(labels.values());
        rest.keySet().removeAll(shared.keySet());
        return Labels.of(rest);
    }

    private String shortened(String text, int width) {
        return TextWidth.shortened(text, width, profile.unicode() ? "…" : "~");
    }
}
