package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.Feed;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The line above a pane, which is its only frame: title, what there is to say, and at the right what can be changed. */
final class TitleLine {

    private final String title;
    private final boolean focused;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> right = new ArrayList<>();

    private record Part(String text, Ink ink) {}

    TitleLine(String title, boolean focused) {
        this.title = title;
        this.focused = focused;
    }

    /** Adds something after the title; an empty text adds nothing. */
    TitleLine with(String text, Ink ink) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, ink));
        }
        return this;
    }

    /** Adds something at the right end. */
    TitleLine right(String text, Ink ink) {
        if (!text.isEmpty()) {
            right.add(new Part(text, ink));
        }
        return this;
    }

    /** Adds how old a source's value is, and why: in a narrow pane only the reason's end is cut. */
    TitleLine health(Feed<?> feed, Instant now) {
        feed.failure().ifPresent(why -> {
            String age =
                    feed.staleFor(now).map(old -> Units.age(old) + " old: ").orElse("");
            with(age + Sanitizer.visible(why), Ink.BAD);
        });
        return this;
    }

    /** Paints it; the right end gives way where there is no room for all. */
    void paint(Pen pen, Look look) {
        String rule = look.rule();
        pen.write(0, 0, rule.repeat(pen.width()), Ink.DIM);
        int leftWidth = 4 + TextWidth.of(title) + width(parts);
        while (!right.isEmpty() && leftWidth + width(right) > pen.width()) {
            right.removeFirst();
        }
        int x = pen.write(1, 0, " " + title + " ", focused ? Ink.TITLE : Ink.STRONG);
        for (Part part : parts) {
            x = pen.write(x + 2, 0, " ", Ink.DIM);
            String shown = Pen.fitted(part.text(), pen.width() - x - 1, look);
            x = pen.write(x, 0, shown, part.ink());
            x = pen.write(x, 0, " ", Ink.DIM);
        }
        int at = pen.width() - width(right);
        for (Part part : right) {
            at = pen.write(at, 0, " ", Ink.DIM);
            at = pen.write(at, 0, part.text(), part.ink());
            at = pen.write(at, 0, " ", Ink.DIM) + 2;
        }
    }

    private static int width(List<Part> parts) {
        return parts.stream().mapToInt(part -> TextWidth.of(part.text()) + 4).sum();
    }
}
