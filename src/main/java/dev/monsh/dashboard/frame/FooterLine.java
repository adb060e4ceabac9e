package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
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
            case Overlay.Closed _, Overlay.Help _, Overlay.Text _, Overlay.Boxes _ -> {
                if (state.notice().isPresent()) {
                    Dashboard.Notice notice = state.notice().get();
                    pen.left(1, 0, pen.width() - 2, notice.text(), notice.bad() ? Ink.BAD : Ink.ACCENT, look);
                } else {
                    keys(pen, hints(state));
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
    private void keys(Pen pen, List<Hint> hints) {
        Hint last = hints.getLast();
        int end = pen.width() - 1 - width(last);
        int x = 1;
        for (Hint hint : hints.subList(0, hints.size() - 1)) {
            if (x + width(hint) + GAP <= end) {
                x = key(pen, x, hint) + GAP;
            }
        }
        key(pen, x, last);
    }

    private int key(Pen pen, int x, Hint hint) {
        return pen.write(pen.write(x, 0, name(hint), Ink.ACCENT) + 1, 0, hint.word(), Ink.DIM);
    }

    private int width(Hint hint) {
        return TextWidth.of(name(hint)) + 1 + TextWidth.of(hint.word());
    }

    private String name(Hint hint) {
        return look.key(hint.binding().keys().getFirst().words());
    }

    /** A key and what it does here. */
    private record Hint(Binding binding, String word) {

        static List<Hint> of(Binding... bindings) {
            return Arrays.stream(bindings)
                    .map(binding -> new Hint(binding, binding.word()))
                    .toList();
        }
    }

    private static List<Hint> hints(Dashboard state) {
        if (state.overlay() instanceof Overlay.Text text && text.isRunning()) {
            return List.of(
                    new Hint(Binding.BACK, "stop"),
                    new Hint(Binding.UP, "up"),
                    new Hint(Binding.LAST, "last"),
                    new Hint(Binding.QUIT, "close"));
        }
        if (!(state.overlay() instanceof Overlay.Closed)) {
            return Hint.of(Binding.BACK, Binding.DOWN, Binding.UP, Binding.QUIT);
        }
        if (state.fleet().shown()) {
            List<Hint> hints = new ArrayList<>(
                    Hint.of(Binding.HELP, Binding.FILTER, Binding.SORT, Binding.PAUSE, Binding.COPY, Binding.COMMAND));
            hints.add(2, new Hint(Binding.ZOOM, "open"));
            hints.addAll(Hint.of(Binding.QUIT));
            return hints;
        }
        if (state.choices().focus() == Pane.LOG) {
            return Hint.of(
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
            return Hint.of(
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
            return Hint.of(
                    Binding.HELP,
                    Binding.SPAN,
                    Binding.MEASURE,
                    Binding.ZOOM,
                    Binding.NEXT_PANE,
                    Binding.BOX,
                    Binding.COMMAND,
                    Binding.QUIT);
        }
        return Hint.of(
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
