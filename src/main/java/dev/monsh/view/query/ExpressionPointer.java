package dev.monsh.view.query;

import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;

/** Shows a place in an expression: its line and, under the place, a caret. */
public final class ExpressionPointer {

    private ExpressionPointer() {}

    /**
     * Returns the two lines; empty when the expression has no such place.
     *
     * @param line counted from 1
     * @param column counted from 1 in characters, as Go counts runes
     */
    public static String point(String expression, int line, int column) {
        String[] lines = expression.split("\n", -1);
        if (line < 1 || line > lines.length || column < 1) {
            return "";
        }
        String text = lines[line - 1];
        int characters = Math.min(column - 1, text.codePointCount(0, text.length()));
        String before = text.substring(0, text.offsetByCodePoints(0, characters));
        return Sanitizer.visible(text) + "\n" + " ".repeat(TextWidth.of(Sanitizer.visible(before))) + "^";
    }
}
