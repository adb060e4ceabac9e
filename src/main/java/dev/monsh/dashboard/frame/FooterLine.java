package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.util.List;

/** The last line: the keys that matter now, a sentence, a question, or the line that is being typed. */
final class FooterLine {

    private static final int GAP = 3;

    private final Look look;

    FooterLine(Look look) {
        this.look = look;
    }

    void paint(Pen pen, Dashboard state) {
        switch (state.overlay()) {
            case Overlay.Typing typing -> typing(pen, typing);
            case Overlay.Question question -> pen.left(1, 0, pen.width() - 2, question.text() + " [y/N]", Ink.WARNING, look);
            default -> {
                if (state.notice().isPresent()) {
                    Dashboard.Notice notice = state.notice().get();
                    pen.left(1, 0, pen.width() - 2, notice.text(), notice.bad() ? Ink.BAD : Ink.ACCENT, look);
                } else {
                    keys(pen, bindings(state));
                }
            }
        }
    }

    private void typing(Pen pen, Overlay.Typing typing) {
        String sign = typing.purpose() == Overlay.Typing.Purpose.COMMAND ? ":" : "/";
        int x = pen.write(1, 0, sign, Ink.ACCENT);
        String text = Sanitizer.visible(typing.text());
        int room = pen.width() - x - 2;
        // what is being typed is at the end
        while (TextWidth.of(text) > room && !text.isEmpty()) {
            text = text.substring(Character.charCount(text.codePointAt(0)));
        }
        x = pen.write(x, 0, text, Ink.PLAIN);
        x = pen.write(x, 0, look.cursor(), Ink.ACCENT) + 2;
        for (String candidate : typing.candidates()) {
            x = pen.write(x, 0, Sanitizer.visible(candidate), Ink.DIM) + 2;
        }
    }

    private void keys(Pen pen, List<Binding> bindings) {
        int x = 1;
        for (Binding binding : bindings) {
            String key = look.key(binding == Binding.PANE ? "1–5" : binding.keys().getFirst().words());
            int width = TextWidth.of(key) + 1 + TextWidth.of(binding.word());
            if (x + width > pen.width() - 1) {
                return;
            }
            x = pen.write(x, 0, key, Ink.ACCENT) + 1;
            x = pen.write(x, 0, binding.word(), Ink.DIM) + GAP;
        }
    }

    private static List<Binding> bindings(Dashboard state) {
        if (!(state.overlay() instanceof Overlay.Closed)) {
            return List.of(Binding.BACK, Binding.DOWN, Binding.UP, Binding.QUIT);
        }
        if (state.choices().focus() == Pane.LOG) {
            return List.of(
                    Binding.HELP, Binding.FILTER, Binding.LEVEL, Binding.NEXT_MATCH, Binding.LAST, Binding.ZOOM,
                    Binding.BACK, Binding.COPY, Binding.PAUSE, Binding.COMMAND, Binding.QUIT);
        }
        if (state.choices().focus() == Pane.SERVICES) {
            return List.of(
                    Binding.HELP, Binding.RESTART, Binding.ZOOM, Binding.NEXT_PANE, Binding.LOG, Binding.BOX,
                    Binding.COMMAND, Binding.QUIT);
        }
        if (state.choices().focus() == Pane.PLOT) {
            return List.of(
                    Binding.HELP, Binding.SPAN, Binding.MEASURE, Binding.ZOOM, Binding.NEXT_PANE, Binding.BOX,
                    Binding.COMMAND, Binding.QUIT);
        }
        return List.of(
                Binding.HELP, Binding.FILTER, Binding.ZOOM, Binding.EXPLAIN, Binding.LOG, Binding.SORT, Binding.SPAN,
                Binding.NEXT_PANE, Binding.BOX, Binding.COMMAND, Binding.QUIT);
    }
}
