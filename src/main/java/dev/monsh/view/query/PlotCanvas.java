package dev.monsh.view.query;

import dev.monsh.terminal.Theme;

/** A grid of dots on which lines are drawn; several dots to a character where braille can be shown. */
public final class PlotCanvas {

    /** Bits of a braille character by row and column of the dot (Unicode, "Braille Patterns"). */
    private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final String MARKS = "*+ox#%@&=~abcdefghijklmnpqrstuvwyzABCDEFGHIJKLMNPQRSTUVWYZ123456789";

    private final int columns;
    private final int rows;
    private final boolean braille;
    private final int[][] dots;
    private final int[][] owner;

    public PlotCanvas(int columns, int rows, boolean braille) {
        this.columns = columns;
        this.rows = rows;
        this.braille = braille;
        this.dots = new int[rows][columns];
        this.owner = new int[rows][columns];
    }

    /** Returns whether a character has several dots. */
    boolean isFine() {
        return braille;
    }

    /** Returns how many dots a row has. */
    public int dotsAcross() {
        return braille ? columns * 2 : columns;
    }

    /** Returns how many dots a column has. */
    public int dotsUp() {
        return braille ? rows * 4 : rows;
    }

    /** Returns the character that marks a series in the legend. */
    static String mark(int series, boolean braille) {
        return braille ? "⣿" : String.valueOf(MARKS.charAt(Math.floorMod(series, MARKS.length())));
    }

    /** Sets a dot; y counts from the bottom. */
    public void dot(int series, int x, int y) {
        if (x < 0 || y < 0 || y >= dotsUp()) {
            return;
        }
        int fromTop = dotsUp() - 1 - y;
        int row = braille ? fromTop / 4 : fromTop;
        int column = braille ? x / 2 : x;
        if (column >= columns) {
            return;
        }
        dots[row][column] |= braille ? BRAILLE[fromTop % 4][x % 2] : 1;
        owner[row][column] = series;
    }

    /** Draws a line by Bresenham's algorithm. */
    public void line(int series, int fromX, int fromY, int toX, int toY) {
        int dx = Math.abs(toX - fromX);
        int dy = -Math.abs(toY - fromY);
        int stepX = fromX < toX ? 1 : -1;
        int stepY = fromY < toY ? 1 : -1;
        int error = dx + dy;
        int x = fromX;
        int y = fromY;
        while (true) {
            dot(series, x, y);
            if (x == toX && y == toY) {
                return;
            }
            int twice = 2 * error;
            if (twice >= dy) {
                error += dy;
                x += stepX;
            }
            if (twice <= dx) {
                error += dx;
                y += stepY;
            }
        }
    }

    /** Returns a row of characters, from the top, without blanks at its end. */
    public String row(int row, Theme theme) {
        StringBuilder text = new StringBuilder();
        int pendingBlanks = 0;
        for (int column = 0; column < columns; column++) {
            int bits = dots[row][column];
            if (bits == 0) {
                pendingBlanks++;
                continue;
            }
            text.append(" ".repeat(pendingBlanks));
            pendingBlanks = 0;
            String character = braille ? String.valueOf((char) (0x2800 + bits)) : mark(owner[row][column], false);
            text.append(theme.series(owner[row][column], character));
        }
        return text.toString();
    }
}
