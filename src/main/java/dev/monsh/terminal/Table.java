package dev.monsh.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows of cells under named columns, not yet laid out. Cells may hold foreign text; whoever prints them cleans it.
 *
 * @param rows each with one cell a column
 */
public record Table(List<Column> columns, List<List<Cell>> rows) {

    /**
     * One column.
     *
     * @param atLeast the width to which long cells may be cut when the table would not fit; 0 when they may not be cut
     * @param worth how much it is missed on a terminal that is too narrow for all: the least worth are left out first; 0
     *     when it may not be left out
     * @param form what else becomes of its cells
     */
    public record Column(String name, boolean right, int atLeast, int worth, Form form) {

        /** Returns a column of text that is shown whole. */
        public static Column of(String name) {
            return new Column(name, false, 0, 0, Form.PLAIN);
        }

        /** Returns the same column aligned on the right. */
        public Column alignedRight() {
            return new Column(name, true, atLeast, worth, form);
        }

        /** Returns the same column, which may be cut to a width when the table would not fit. */
        public Column cutTo(int width) {
            return new Column(name, right, width, worth, form);
        }

        /** Returns the same column, which continues on further lines of at least a width when the table would not fit. */
        public Column wrappedTo(int width) {
            return new Column(name, right, width, worth, Form.WRAPPED);
        }

        /** Returns the same column, which is written once above the table where all rows have the same. */
        public Column writtenOnce() {
            return new Column(name, right, atLeast, worth, Form.SHARED);
        }

        /** Returns the same column, which is left out where the terminal is too narrow, before any that is worth more. */
        public Column worth(int much) {
            return new Column(name, right, atLeast, much, form);
        }

        /** Returns the same column under a name that is safe to print. */
        Column named(String safe) {
            return new Column(safe, right, atLeast, worth, form);
        }
    }

    /** What becomes of the cells of a column. */
    public enum Form {
        /** Cut where they are too long. */
        PLAIN,
        /** Continued on further lines where they are too long: what tells the reader what to do is never cut. */
        WRAPPED,
        /** Written once above the table where all rows have the same. */
        SHARED
    }

    /** One cell and how it looks. */
    public record Cell(String text, Style style) {}

    /** Returns the table without the column that is worth least; empty where none may be left out. */
    Optional<Table> narrower() {
        OptionalInt least = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).worth() > 0)
                .boxed()
                .min(Comparator.comparingInt(column -> columns.get(column).worth()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return least.isEmpty() ? Optional.empty() : Optional.of(without(least.getAsInt()));
    }

    /** Returns the columns of several rows that all have the same in them. */
    List<Integer> sharedColumns() {
        return rows.size() < 2
                ? List.of()
                : IntStream.range(0, columns.size())
                        .filter(column -> columns.get(column).form() == Form.SHARED)
                        .filter(column -> rows.stream()
                                .allMatch(row -> row.get(column)
                                        .text()
                                        .equals(rows.getFirst().get(column).text())))
                        .boxed()
                        .toList();
    }

    Table without(int column) {
        return new Table(
                without(columns, column),
                rows.stream().map(row -> without(row, column)).toList());
    }

    private static <T> List<T> without(List<T> list, int place) {
        List<T> left = new ArrayList<>(list);
        left.remove(place);
        return left;
    }

    /** Returns a cell in a style. */
    public static Cell cell(String text, Style style) {
        return new Cell(text, style);
    }
}
