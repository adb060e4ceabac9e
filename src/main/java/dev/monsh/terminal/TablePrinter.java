package dev.monsh.terminal;

import dev.monsh.terminal.Table.Cell;
import dev.monsh.terminal.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Prints a table for people: aligned when it fits the width, after cutting the columns that may be cut and leaving out
 * those that may be left out; else one block of {@code name value} lines a row.
 */
public final class TablePrinter {

    private static final int GAP = 2;

    private final Output out;
    private final Theme theme;
    private final TerminalProfile profile;

    public TablePrinter(Output out, TerminalProfile profile) {
        this.out = out;
        this.theme = new Theme(profile.color());
        this.profile = profile;
    }

    /** Prints the table with its header. */
    public void print(Table table) {
        Table clean = cleaned(table);
        for (Optional<Table> left = Optional.of(clean);
                left.isPresent();
                left = left.get().narrower()) {
            int[] widths = naturalWidths(left.get());
            if (fit(left.get().columns(), widths)) {
                printAligned(left.get(), widths);
                return;
            }
        }
        new VerticalPrinter(out, profile).print(clean);
    }

    private static Table cleaned(Table table) {
        List<List<Cell>> rows = new ArrayList<>(table.rows().size());
        for (List<Cell> row : table.rows()) {
            rows.add(row.stream()
                    .map(cell -> new Cell(Sanitizer.visible(cell.text()), cell.style()))
                    .toList());
        }
        List<Column> columns = table.columns().stream()
                .map(column ->
                        new Column(Sanitizer.visible(column.name()), column.right(), column.atLeast(), column.worth()))
                .toList();
        return new Table(columns, rows);
    }

    private static int[] naturalWidths(Table table) {
        int[] widths = new int[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.of(table.columns().get(i).name());
        }
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i).text()));
            }
        }
        return widths;
    }

    /** Narrows the columns that may be cut, the widest first, until the table fits; returns whether it does. */
    private boolean fit(List<Column> columns, int[] widths) {
        int excess = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - profile.width();
        while (excess > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                int atLeast = columns.get(i).atLeast();
                if (atLeast > 0 && widths[i] > atLeast && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return false;
            }
            widths[widest]--;
            excess--;
        }
        return true;
    }

    private void printAligned(Table table, int[] widths) {
        List<Cell> header = table.columns().stream()
                .map(column -> new Cell(column.name(), Style.HEADER))
                .toList();
        printRow(table.columns(), header, widths);
        for (List<Cell> row : table.rows()) {
            printRow(table.columns(), row, widths);
        }
    }

    private void printRow(List<Column> columns, List<Cell> row, int[] widths) {
        int pending = 0;
        for (int i = 0; i < widths.length; i++) {
            String text = cut(row.get(i).text(), widths[i]);
            int padding = widths[i] - TextWidth.of(text);
            boolean right = columns.get(i).right();
            if (!text.isEmpty()) {
                out.write(" ".repeat(pending + (right ? padding : 0)));
                out.write(theme.paint(row.get(i).style(), text));
                pending = 0;
            } else if (right) {
                pending += padding;
            }
            // no blanks at the ends of lines: they are written only once something follows
            pending += (right ? 0 : padding) + GAP;
        }
        out.write('\n');
    }

    private String cut(String text, int width) {
        if (TextWidth.of(text) <= width) {
            return text;
        }
        return TextWidth.prefix(text, width - 1) + (profile.unicode() ? "…" : "~");
    }
}
