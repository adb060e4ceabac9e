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

/** The lines of what is selected, the newest at the bottom. */
final class LogView {

    private static final int TEXT_AT = 16;

    private final Look look;
    private final DateTimeFormatter time;

    LogView(Look look) {
        this.look = look;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(look.zone());
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
        return nothing ? title : title.right(back == 0 ? "following" : back + " below", back == 0 ? Ink.DIM : Ink.ACCENT);
    }

    private static String why(LogLines log, LogGaze gaze) {
        if (log.target() instanceof LogTarget.Nothing nothing) {
            return nothing.why();
        }
        return gaze.least().isPresent() && !log.lines().isEmpty() ? "no line is that serious" : "no lines yet";
    }

    private void line(Pen body, int y, ShownLine line, LogGaze gaze) {
        body.write(2, y, time.format(Instant.ofEpochMilli(line.millis())), Ink.DIM);
        String text = behind(line.text(), gaze.sideways());
        Ink ink = line.isError()
                ? Ink.BAD
                : line.level().filter(Level.WARN::equals).isPresent() ? Ink.WARNING : Ink.PLAIN;
        int room = body.width() - TEXT_AT;
        String shown = Pen.fitted(text, room, look);
        body.write(TEXT_AT, y, shown, ink);
        if (!gaze.search().isEmpty()) {
            mark(body, y, shown, gaze.search());
        }
    }

    private static String behind(String text, int columns) {
        return columns == 0 ? text : text.substring(TextWidth.prefix(text, columns).length());
    }

    private static void mark(Pen body, int y, String shown, String search) {
        String lower = shown.toLowerCase(Locale.ROOT);
        String wanted = search.toLowerCase(Locale.ROOT);
        if (lower.length() != shown.length()) {
            return;
        }
        for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length())) {
            int x = TEXT_AT + TextWidth.of(shown.substring(0, at));
            body.write(x, y, shown.substring(at, at + wanted.length()), Ink.MATCH);
        }
    }
}
