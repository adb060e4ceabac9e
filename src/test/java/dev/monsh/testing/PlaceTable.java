package dev.monsh.testing;

import dev.monsh.ql.Place;
import dev.monsh.ql.QueryLanguage;
import dev.monsh.ql.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table of expressions, each with a cursor ‸, and of what is expected there. */
public final class PlaceTable {

    private static final char CURSOR = '‸';

    private PlaceTable() {}

    /** An expression and the rest of its line. */
    public record Row(String text, int cursor, String expected) {

        /** Returns the expression with its cursor. */
        @Override
        public String toString() {
            return text.substring(0, cursor) + CURSOR + text.substring(cursor);
        }
    }

    /** Reads the rows of a table beside a class. */
    public static List<Row> rows(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# What"))
                    .map(PlaceTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        int arrow = line.lastIndexOf(" => ");
        int cursor = line.indexOf(CURSOR);
        String expression = line.substring(0, arrow);
        // blanks at the end belong to the expression only before the cursor
        String after = expression.substring(cursor + 1).stripTrailing();
        return new Row(
                expression.substring(0, cursor) + after,
                cursor,
                line.substring(arrow + " => ".length()).strip());
    }

    /** Returns what a language says of a row, in the words of the tables. */
    public static String places(QueryLanguage language, Row row) {
        Reading reading = language.read(row.text(), row.cursor());
        String places = reading.places().stream().map(PlaceTable::name).collect(Collectors.joining("; "));
        String faults = reading.faults().stream()
                .map(fault -> fault.start() + "-" + fault.end() + " " + fault.message())
                .collect(Collectors.joining(", "));
        return (places + (faults.isEmpty() ? "" : " !" + faults)).strip();
    }

    /** The long lists of words have names. */
    private static String name(Place place) {
        String text = place.toString();
        return text.startsWith("/ * + -")
                ? "operators"
                : text.startsWith("|= \" !=") ? "pipeline" : text.startsWith("json logfmt") ? "stages" : text;
    }
}
