package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Region;
import dev.monsh.terminal.TextWidth;
import java.util.Arrays;

/** What a frame is painted on. Nothing is ever painted outside it, or outside the region that is given. */
final class Sheet {

    /** A frame has thousands of cells, nearly all of them of these. */
    private static final String[] ASCII = ascii();

    private final int columns;
    private final int rows;
    private final String[] glyphs;
    private final Ink[] inks;

    Sheet(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.glyphs = new String[columns * rows];
        this.inks = new Ink[columns * rows];
        Arrays.fill(glyphs, ASCII[' ']);
        Arrays.fill(inks, Ink.PLAIN);
    }

    private static String[] ascii() {
        String[] glyphs = new String[0x7f];
        for (int c = ' '; c < glyphs.length; c++) {
            glyphs[c] = String.valueOf((char) c);
        }
        return glyphs;
    }

    /** Returns a pen for a part of the sheet. */
    Pen pen(Region region) {
        return new Pen(this, region);
    }

    Frame frame() {
        return new Frame(columns, rows, glyphs, inks);
    }

    /** Writes clean text from a cell on, up to a column that no longer belongs to it; returns the column after it. */
    int write(int x, int y, int end, String text, Ink ink) {
        if (y < 0 || y >= rows) {
            return x;
        }
        int limit = Math.min(end, columns);
        int at = x;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c < 0x7f;
            int next = ascii ? i + 1 : i + Character.charCount(text.codePointAt(i));
            String glyph = ascii ? ASCII[c] : text.substring(i, next);
            int width = ascii ? 1 : TextWidth.of(glyph);
            if (width == 0) {
                join(at - 1, y, x, glyph);
            } else if (at + width > limit) {
                return at;
            } else {
                put(at, y, glyph, ink);
                if (width == 2) {
                    put(at + 1, y, "", ink);
                }
                at += width;
            }
            i = next;
        }
        return at;
    }

    /** A mark stands in the cell of its base; more than a few of them are a joke at the terminal's expense. */
    private void join(int x, int y, int first, String mark) {
        int base = x >= 0 && glyphs[y * columns + x].isEmpty() ? x - 1 : x;
        if (base >= first && glyphs[y * columns + base].length() < 8) {
            glyphs[y * columns + base] += mark;
        }
    }

    private void put(int x, int y, String glyph, Ink ink) {
        if (x >= 0) {
            glyphs[y * columns + x] = glyph;
            inks[y * columns + x] = ink;
        }
    }
}
