package dev.monsh.logs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Loki found a fault in an expression: {@code parse error at line 1, col 13: …} (Loki 3.6).
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record ParseErrorPlace(int line, int column) {

    private static final Pattern PLACE = Pattern.compile("parse error at line (\\d{1,6}), col (\\d{1,6})");

    /** Returns the place that a message names. */
    public static Optional<ParseErrorPlace> in(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? Optional.of(new ParseErrorPlace(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))))
                : Optional.empty();
    }

    /** Returns the line of the expression and under it a caret at the fault; empty when there is no such line. */
    public Optional<String> pointInto(String expression) {
        String[] lines = expression.split("\n", -1);
        if (line < 1 || line > lines.length) {
            return Optional.empty();
        }
        String text = lines[line - 1];
        int before = Math.clamp(column - 1L, 0, text.length());
        return Optional.of(text + "\n" + " ".repeat(before) + "^");
    }
}
