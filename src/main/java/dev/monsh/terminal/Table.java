package dev.monsh.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

        /**
         * Returns the same column as one of those that tell rows apart: written once above the table where all rows have
         * the same, shortened in its middle down to a width, and never left out where two rows would look the same then.
         */
        public Column telling(int width) {
            return new Column(name, right, width, worth, Form.TELLING);
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
        SHARED,
        /** Written once as well, else shortened in the middle; needed where it alone tells rows apart. */
        TELLING
    }

    /** One cell and how it looks. */
    public record Cell(String text, Style style) {}

    /** Returns the column that is worth least and whose loss leaves all rows told apart; empty where there is none. */
    OptionalInt leastWorth() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).worth() > 0)
                .boxed()
                .sorted(Comparator.comparingInt(column -> columns.get(column).worth()))
                .filter(this::canGo)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private boolean canGo(int column) {
        return columns.get(column).form() != Form.TELLING || toldApart(column) == toldApart(-1);
    }

    /** Returns how many different rows the columns make that tell rows apart, but for one of them. */
    private long toldApart(int without) {
        int[] telling = IntStream.range(0, columns.size())
                .filter(column -> column != without && columns.get(column).form() == Form.TELLING)
                .toArray();
        return rows.stream()
                .map(row -> Arrays.stream(telling)
                        .mapToObj(column -> row.get(column).text())
                        .toList())
                .distinct()
                .count();
    }

    /** Returns the columns of several rows that all have the same in them. */
    List<Integer> sharedColumns() {
        return rows.size() < 2
                ? List.of()
                : IntStream.range(0, columns.size())
                        .filter(column -> columns.get(column).form() == Form.SHARED
                                || columns.get(column).form() == Form.TELLING)
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
