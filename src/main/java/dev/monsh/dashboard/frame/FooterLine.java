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
            case Overlay.Question question ->
                pen.left(1, 0, pen.width() - 2, question.text() + " [y/N]", Ink.WARNING, look);
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

    /** The last one leads out, and is always there; those before it give way where there is no room. */
    private void keys(Pen pen, List<Binding> bindings) {
        Binding last = bindings.getLast();
        int end = pen.width() - 1 - width(last);
        int x = 1;
        for (Binding binding : bindings.subList(0, bindings.size() - 1)) {
            if (x + width(binding) + GAP <= end) {
                x = key(pen, x, binding) + GAP;
            }
        }
        key(pen, x, last);
    }

    private int key(Pen pen, int x, Binding binding) {
        return pen.write(pen.write(x, 0, name(binding), Ink.ACCENT) + 1, 0, binding.word(), Ink.DIM);
    }

    private int width(Binding binding) {
        return TextWidth.of(name(binding)) + 1 + TextWidth.of(binding.word());
    }

    private String name(Binding binding) {
        return look.key(binding.keys().getFirst().words());
    }

    private static List<Binding> bindings(Dashboard state) {
        if (!(state.overlay() instanceof Overlay.Closed)) {
            return List.of(Binding.BACK, Binding.DOWN, Binding.UP, Binding.QUIT);
        }
        if (state.choices().focus() == Pane.LOG) {
            return List.of(
                    Binding.HELP,
                    Binding.FILTER,
                    Binding.LEVEL,
                    Binding.NEXT_MATCH,
                    Binding.LAST,
                    Binding.ZOOM,
                    Binding.BACK,
                    Binding.COPY,
                    Binding.PAUSE,
                    Binding.COMMAND,
                    Binding.QUIT);
        }
        if (state.choices().focus() == Pane.SERVICES) {
            return List.of(
                    Binding.HELP,
                    Binding.RESTART,
                    Binding.ZOOM,
                    Binding.NEXT_PANE,
                    Binding.LOG,
                    Binding.BOX,
                    Binding.COMMAND,
                    Binding.QUIT);
        }
        if (state.choices().focus() == Pane.PLOT) {
            return List.of(
                    Binding.HELP,
                    Binding.SPAN,
                    Binding.MEASURE,
                    Binding.ZOOM,
                    Binding.NEXT_PANE,
                    Binding.BOX,
                    Binding.COMMAND,
                    Binding.QUIT);
        }
        return List.of(
                Binding.HELP,
                Binding.FILTER,
                Binding.ZOOM,
                Binding.EXPLAIN,
                Binding.LOG,
                Binding.SORT,
                Binding.SPAN,
                Binding.NEXT_PANE,
                Binding.BOX,
                Binding.COMMAND,
                Binding.QUIT);
    }
}
