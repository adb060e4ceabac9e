package dev.monsh.dashboard.record;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.Ink;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Theme;

/** Prints a frame as lines of text, in colour where the console has any. */
public final class FrameText {

    private final Console console;

    public FrameText(Console console) {
        this.console = console;
    }

    /** Prints all rows, without the blanks at their ends. */
    public void print(Frame frame) {
        Theme theme = console.theme();
        for (int row = 0; row < frame.rows(); row++) {
            int end = frame.columns();
            while (end > 0 && frame.glyph(end - 1, row).equals(" ")) {
                end--;
            }
            int from = 0;
            while (from < end) {
                int to = from;
                StringBuilder text = new StringBuilder();
                while (to < end && frame.ink(to, row) == frame.ink(from, row)) {
                    text.append(frame.glyph(to++, row));
                }
                console.out().write(theme.paint(style(frame.ink(from, row)), text.toString()));
                from = to;
            }
            console.out().write('\n');
        }
    }

    private static Style style(Ink ink) {
        return switch (ink) {
            case PLAIN -> Style.PLAIN;
            case DIM -> Style.FAINT;
            case ACCENT -> Style.ACCENT;
            case TITLE, STRONG -> Style.HEADER;
            case GOOD -> Style.GOOD;
            case WARNING -> Style.WARNING;
            case BAD -> Style.BAD;
            case MATCH -> Style.MATCH;
        };
    }
}
