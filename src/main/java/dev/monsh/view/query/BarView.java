package dev.monsh.view.query;

import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.QueryResult.Series;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.TextWidth;
import dev.monsh.terminal.Theme;
import dev.monsh.view.NumberText;
import java.util.List;

/** Draws the values of one point in time as bars. */
public final class BarView {

    private final Output out;
    private final TerminalProfile profile;
    private final Theme theme;

    public BarView(Output out, TerminalProfile profile) {
        this.out = out;
        this.profile = profile;
        this.theme = new Theme(profile.color());
    }

    /** Draws a vector or a scalar, a bar a series in the server's order. */
    public void print(QueryResult result) {
        List<Bar> bars = result.series().stream()
                .filter(series -> !series.samples().isEmpty())
                .map(Bar::of)
                .toList();
        double most = bars.stream()
                .mapToDouble(bar -> Math.abs(bar.number()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        int valueWidth =
                bars.stream().mapToInt(bar -> bar.value().length()).max().orElse(0);
        int widestName =
                bars.stream().mapToInt(bar -> TextWidth.of(bar.name())).max().orElse(0);
        int nameWidth =
                Math.max(4, Math.min(widestName, Math.min(profile.width() / 2, profile.width() - valueWidth - 6)));
        int room = Math.max(0, profile.width() - nameWidth - valueWidth - 2);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            boolean drawn = most > 0 && Double.isFinite(bar.number());
            int length = drawn ? (int) Math.round(Math.abs(bar.number()) / most * room) : 0;
            print(bar, i, nameWidth, valueWidth, length);
        }
    }

    private void print(Bar bar, int number, int nameWidth, int valueWidth, int length) {
        String name = TextWidth.of(bar.name()) > nameWidth
                ? TextWidth.prefix(bar.name(), nameWidth - 1) + (profile.unicode() ? "…" : "~")
                : bar.name();
        out.write(name + " ".repeat(nameWidth - TextWidth.of(name) + 1));
        out.write(" ".repeat(valueWidth - bar.value().length()) + bar.value());
        if (length > 0) {
            out.write(" " + theme.series(number, (profile.unicode() ? "█" : "#").repeat(length)));
        }
        out.write('\n');
    }

    private record Bar(String name, String value, double number) {

        static Bar of(Series series) {
            QueryResult.Sample sample = series.samples().getFirst();
            double number =
                    sample instanceof QueryResult.Sample.Value ? PlottedSeries.number(sample.text()) : Double.NaN;
            return new Bar(
                    Sanitizer.visible(series.labels().selector()),
                    Double.isNaN(number) ? "-" : NumberText.of(number),
                    number);
        }
    }
}
