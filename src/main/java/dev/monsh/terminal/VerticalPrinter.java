package dev.monsh.terminal;

import dev.monsh.terminal.Table.Cell;
import java.util.List;

/** Prints a table as one block of {@code name value} lines a row; long values go on below themselves. */
public final class VerticalPrinter {

    private static final int LEAST_VALUE_WIDTH = 10;

    private final Output out;
    private final Theme theme;
    private final TerminalProfile profile;

    public VerticalPrinter(Output out, TerminalProfile profile) {
        this.out = out;
        this.theme = new Theme(profile.color());
        this.profile = profile;
    }

    /** Prints a table whose cells are clean already. */
    void print(Table table) {
        int nameWidth = table.columns().stream()
                .mapToInt(column -> TextWidth.of(column.name()))
                .max()
                .orElse(0);
        for (int row = 0; row < table.rows().size(); row++) {
            rule(row + 1);
            List<Cell> cells = table.rows().get(row);
            for (int i = 0; i < cells.size(); i++) {
                field(table.columns().get(i).name(), cells.get(i), nameWidth);
            }
        }
    }

    private void rule(int number) {
        String label = (profile.unicode() ? "── " : "-- ") + number + " ";
        int rest = Math.max(0, Math.min(profile.width(), 40) - TextWidth.of(label));
        out.write(theme.paint(Style.FAINT, label + (profile.unicode() ? "─" : "-").repeat(rest)));
        out.write('\n');
    }

    private void field(String name, Cell cell, int nameWidth) {
        if (cell.text().isEmpty()) {
            return;
        }
        int valueWidth = Math.max(LEAST_VALUE_WIDTH, profile.width() - nameWidth - 2);
        out.write(theme.paint(Style.HEADER, name));
        out.write(" ".repeat(nameWidth - TextWidth.of(name) + 2));
        String indent = "";
        for (String line : TextWrap.lines(cell.text(), valueWidth)) {
            out.write(indent + theme.paint(cell.style(), line) + "\n");
            indent = " ".repeat(nameWidth + 2);
        }
    }
}
