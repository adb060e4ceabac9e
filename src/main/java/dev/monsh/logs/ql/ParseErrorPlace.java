package dev.monsh.logs.ql;

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

    /** Returns the message without the place that it names, for where that is said already. */
    public static String without(String message) {
        return PLACE.matcher(message).replaceFirst("parse error");
    }

    /** Returns the place that a message names. */
    public static Optional<ParseErrorPlace> in(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? Optional.of(new ParseErrorPlace(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))))
                : Optional.empty();
    }
}
