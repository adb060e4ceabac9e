package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.LogGaze;
import dev.monsh.dashboard.state.LogLines;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.logs.Level;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The lines of what is selected, the newest at the bottom. */
final class LogView {

    /** A pane that is narrower has no room for thousandths of a second. */
    private static final int ROOMY = 70;

    /** A line mostly begins with its own time, which the pane shows already. */
    private static final Pattern OWN_TIME = Pattern.compile(
            "^(?:(?:ts|time|t)=)?\"?\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?\"?\\s+");

    private final Look look;
    private final DateTimeFormatter exact;
    private final DateTimeFormatter brief;

    LogView(Look look) {
        this.look = look;
        this.exact = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(look.zone());
        this.brief = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(look.zone());
    }

    void paint(Pen pen, Dashboard state) {
        LogLines log = state.data().log();
        LogGaze gaze = state.choices().log();
        List<ShownLine> lines = gaze.of(log.lines());
        int back = Math.clamp(gaze.back(), 0, Math.max(0, lines.size() - 1));
        title(state, log, gaze, back).paint(pen, look);
        Pen body = pen.below(1);
        if (lines.isEmpty()) {
            body.write(3, 0, why(log, gaze), Ink.DIM);
            return;
        }
        int end = lines.size() - back;
        int first = Math.max(0, end - body.height());
        for (int i = first; i < end; i++) {
            line(body, i - first, lines.get(i), gaze);
        }
    }

    private TitleLine title(Dashboard state, LogLines log, LogGaze gaze, int back) {
        boolean nothing = log.target() instanceof LogTarget.Nothing;
        TitleLine title = new TitleLine("Log", state.choices().focus() == Pane.LOG)
                .with(nothing ? "" : Sanitizer.visible(log.target().words()), Ink.PLAIN)
                .with(log.notice().map(Sanitizer::visible).orElse(""), Ink.BAD);
        gaze.least().ifPresent(level -> title.with(level == Level.WARN ? "warnings and worse" : "errors", Ink.ACCENT));
        if (!gaze.search().isEmpty()) {
            long found = log.lines().stream().filter(gaze::finds).count();
            title.with("/" + Sanitizer.visible(gaze.search()) + ": " + found, Ink.ACCENT);
        }
        title.right(nothing ? "" : Sanitizer.visible(log.origin()), Ink.DIM);
        return nothing
                ? title
                : title.right(back == 0 ? "following" : back + " below", back == 0 ? Ink.DIM : Ink.ACCENT);
    }

    private static String why(LogLines log, LogGaze gaze) {
        if (log.target() instanceof LogTarget.Nothing nothing) {
            return Sanitizer.visible(nothing.why());
        }
        return gaze.least().isPresent() && !log.lines().isEmpty() ? "no line is that serious" : "no lines yet";
    }

    private void line(Pen body, int y, ShownLine line, LogGaze gaze) {
        DateTimeFormatter time = body.width() < ROOMY ? brief : exact;
        int at = body.write(2, y, time.format(Instant.ofEpochMilli(line.millis())), Ink.DIM) + 2;
        String own = OWN_TIME.matcher(line.text()).replaceFirst("");
        String text = behind(own, gaze.sideways());
        Ink ink = line.isError()
                ? Ink.BAD
                : line.level().filter(Level.WARN::equals).isPresent() ? Ink.WARNING : Ink.PLAIN;
        String shown = Pen.fitted(text, body.width() - at, look);
        body.write(at, y, shown, ink);
        if (!gaze.search().isEmpty()) {
            mark(body, at, y, shown, gaze.search());
        }
    }

    private static String behind(String text, int columns) {
        return columns == 0
                ? text
                : text.substring(TextWidth.prefix(text, columns).length());
    }

    private static void mark(Pen body, int start, int y, String shown, String search) {
        String lower = shown.toLowerCase(Locale.ROOT);
        String wanted = search.toLowerCase(Locale.ROOT);
        if (lower.length() != shown.length()) {
            return;
        }
        for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length())) {
            int x = start + TextWidth.of(shown.substring(0, at));
            body.write(x, y, shown.substring(at, at + wanted.length()), Ink.MATCH);
        }
    }
}
