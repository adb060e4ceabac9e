package dev.monsh.terminal;

import dev.monsh.terminal.Table.Cell;
import dev.monsh.terminal.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** Collects a table. */
final class TableBuilder {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    TableBuilder() {}

    /** Adds a column of text. */
    TableBuilder left(String name) {
        columns.add(Column.of(name));
        return this;
    }

    /** Adds a column of numbers. */
    TableBuilder right(String name) {
        columns.add(Column.of(name).alignedRight());
        return this;
    }

    /** Adds a column of text that may be cut to a width when the table would not fit. */
    TableBuilder cut(String name, int atLeast) {
        columns.add(Column.of(name).cutTo(atLeast));
        return this;
    }

    /** Adds a column of text that continues on further lines of at least a width when the table would not fit. */
    TableBuilder wrapped(String name, int atLeast) {
        columns.add(Column.of(name).wrappedTo(atLeast));
        return this;
    }

    /** Adds a column of text that is written once above the table where all rows have the same. */
    TableBuilder shared(String name) {
        columns.add(Column.of(name).writtenOnce());
        return this;
    }

    /** Lets the last column be left out where the terminal is too narrow, before any that is worth more. */
    TableBuilder worth(int worth) {
        columns.add(columns.removeLast().worth(worth));
        return this;
    }

    /** Adds a row of plain cells. */
    TableBuilder row(String... cells) {
        List<Cell> row = new ArrayList<>(cells.length);
        for (String cell : cells) {
            row.add(new Cell(cell, Style.PLAIN));
        }
        rows.add(row);
        return this;
    }

    /** Adds a row. */
    TableBuilder cells(List<Cell> cells) {
        rows.add(cells);
        return this;
    }

    Table build() {
        return new Table(List.copyOf(columns), List.copyOf(rows));
    }
}
