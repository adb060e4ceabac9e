package dev.monsh.terminal;

import dev.monsh.terminal.Table.Cell;
import dev.monsh.terminal.Table.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Prints a table for people: what all rows share once above it, then aligned columns that fit the width, after cutting or
 * wrapping those that may be and leaving out those that are worth least; where a row is too wide even so, one block of
 * {@code name value} lines a row.
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
        printRows(table);
        if (profile.stdoutTerminal() && table.rows().size() > profile.height()) {
            out.write(theme.paint(Style.FAINT, "(" + table.rows().size() + " rows)") + "\n");
        }
    }

    private void printRows(Table table) {
        Table clean = withoutShared(cleaned(table));
        List<String> leftOut = new ArrayList<>();
        Table left = clean;
        while (true) {
            int[] widths = naturalWidths(left);
            if (fit(left, widths)) {
                printAligned(left, widths);
                noteLeftOut(leftOut);
                return;
            }
            OptionalInt next = left.leastWorth();
            if (next.isEmpty()) {
                new VerticalPrinter(out, profile).print(clean);
                return;
            }
            leftOut.add(left.columns().get(next.getAsInt()).name());
            left = left.without(next.getAsInt());
        }
    }

    private void noteLeftOut(List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String note = "(left out: " + String.join(", ", names.reversed()) + "; -o json or a wider terminal shows "
                + (names.size() == 1 ? "it" : "them") + ")";
        TextWrap.lines(note, profile.width()).forEach(line -> out.write(theme.paint(Style.FAINT, line) + "\n"));
    }

    /** Writes what all rows share above the table, as {@code name=value} pairs, and returns the rest. */
    private Table withoutShared(Table table) {
        List<Integer> shared = table.sharedColumns();
        List<String> pairs = new ArrayList<>();
        for (int column : shared) {
            String value = table.rows().getFirst().get(column).text();
            if (!value.isEmpty()) {
                pairs.add(table.columns().get(column).name() + "=" + value);
            }
        }
        StringBuilder line = new StringBuilder();
        for (String pair : pairs) {
            if (!line.isEmpty() && TextWidth.of(line.toString()) + GAP + TextWidth.of(pair) > profile.width()) {
                out.write(theme.paint(Style.FAINT, line.toString()) + "\n");
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ".repeat(GAP)).append(pair);
        }
        if (!line.isEmpty()) {
            out.write(theme.paint(Style.FAINT, line.toString()) + "\n");
        }
        Table rest = table;
        for (int column : shared.reversed()) {
            rest = rest.without(column);
        }
        return rest;
    }

    private static Table cleaned(Table table) {
        List<List<Cell>> rows = new ArrayList<>(table.rows().size());
        for (List<Cell> row : table.rows()) {
            rows.add(row.stream()
                    .map(cell -> new Cell(Sanitizer.visible(cell.text()), cell.style()))
                    .toList());
        }
        List<Column> columns = table.columns().stream()
                .map(column -> column.named(Sanitizer.visible(column.name())))
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
    private boolean fit(Table table, int[] widths) {
        int excess = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - profile.width();
        if (excess <= 0) {
            return true;
        }
        int[] least = new int[widths.length];
        for (int i = 0; i < widths.length; i++) {
            least[i] = leastWidth(table, i, widths[i]);
        }
        while (excess > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
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

    /** Returns how narrow a column may become: one that tells rows apart as narrow as its values still differ. */
    private int leastWidth(Table table, int column, int natural) {
        Column of = table.columns().get(column);
        if (of.atLeast() == 0 || of.atLeast() >= natural) {
            return natural;
        }
        if (of.form() != Table.Form.TELLING) {
            return of.atLeast();
        }
        List<String> values = table.rows().stream()
                .map(row -> row.get(column).text())
                .distinct()
                .toList();
        int low = of.atLeast();
        int high = natural;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean differ = values.stream()
                            .map(value -> TextWidth.shortened(value, middle, ellipsis()))
                            .distinct()
                            .count()
                    == values.size();
            low = differ ? low : middle + 1;
            high = differ ? middle : high;
        }
        return low;
    }

    private void printAligned(Table table, int[] widths) {
        List<Cell> header = table.columns().stream()
                .map(column -> new Cell(column.name(), Style.HEADER))
                .toList();
        printRow(table.columns(), header, widths);
        for (List<Cell> row : table.rows()) {
            printWrapped(table.columns(), row, widths);
        }
    }

    /** Prints a row, and below it what its wrapped cells have left. */
    private void printWrapped(List<Column> columns, List<Cell> row, int[] widths) {
        List<Deque<String>> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String text = row.get(i).text();
            lines.add(
                    columns.get(i).form() == Table.Form.WRAPPED
                            ? new ArrayDeque<>(TextWrap.lines(text, widths[i]))
                            : new ArrayDeque<>(List.of(text)));
        }
        do {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                cells.add(new Cell(
                        Objects.requireNonNullElse(lines.get(i).poll(), ""),
                        row.get(i).style()));
            }
            printRow(columns, cells, widths);
        } while (lines.stream().anyMatch(left -> !left.isEmpty()));
    }

    private void printRow(List<Column> columns, List<Cell> row, int[] widths) {
        int pending = 0;
        for (int i = 0; i < widths.length; i++) {
            String text = cut(columns.get(i), row.get(i).text(), widths[i]);
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

    private String cut(Column column, String text, int width) {
        if (column.form() == Table.Form.TELLING) {
            return TextWidth.shortened(text, width, ellipsis());
        }
        return TextWidth.of(text) <= width ? text : TextWidth.prefix(text, width - 1) + ellipsis();
    }

    private String ellipsis() {
        return profile.unicode() ? "…" : "~";
    }
}
