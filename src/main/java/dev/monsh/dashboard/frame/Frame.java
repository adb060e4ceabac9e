package dev.monsh.dashboard.frame;

/** One picture of the dashboard: a glyph and an ink for each cell. A wide glyph has an empty text in its second cell. */
public final class Frame {

    private final int columns;
    private final int rows;
    private final String[] glyphs;
    private final Ink[] inks;

    Frame(int columns, int rows, String[] glyphs, Ink[] inks) {
        this.columns = columns;
        this.rows = rows;
        this.glyphs = glyphs;
        this.inks = inks;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public String glyph(int column, int row) {
        return glyphs[row * columns + column];
    }

    public Ink ink(int column, int row) {
        return inks[row * columns + column];
    }

    /** Returns a row as text, without the blanks at its end. */
    public String line(int row) {
        StringBuilder line = new StringBuilder(columns);
        for (int column = 0; column < columns; column++) {
            line.append(glyph(column, row));
        }
        return line.toString().stripTrailing();
    }

    /** Returns all rows as text, each with a line end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(line(row)).append('\n');
        }
        return text.toString();
    }
}
