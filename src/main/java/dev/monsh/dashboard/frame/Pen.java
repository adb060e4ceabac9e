package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Region;
import dev.monsh.terminal.TextWidth;

/** Writes into a region of the sheet; columns and rows count from its corner. */
final class Pen {

    private final Sheet sheet;
    private final Region region;

    Pen(Sheet sheet, Region region) {
        this.sheet = sheet;
        this.region = region;
    }

    int width() {
        return region.width();
    }

    int height() {
        return region.height();
    }

    /** Returns a pen for the rows from one on. */
    Pen below(int rows) {
        return new Pen(
                sheet, new Region(region.x(), region.y() + rows, region.width(), Math.max(0, region.height() - rows)));
    }

    /** Writes text as far as there is room; returns the column after it. */
    int write(int x, int y, String text, Ink ink) {
        if (y < 0 || y >= region.height()) {
            return x;
        }
        return sheet.write(region.x() + x, region.y() + y, region.x() + region.width(), text, ink) - region.x();
    }

    /** Writes text into so many columns, cut with a sign where it is longer. */
    void left(int x, int y, int width, String text, Ink ink, Look look) {
        write(x, y, fitted(text, width, look), ink);
    }

    /** Writes text so that it ends before a column. */
    void right(int end, int y, String text, Ink ink) {
        write(end - TextWidth.of(text), y, text, ink);
    }

    static String fitted(String text, int width, Look look) {
        if (width <= 0) {
            return "";
        }
        return TextWidth.of(text) <= width ? text : TextWidth.prefix(text, width - 1) + look.cut();
    }

    /** Shortens a name in its middle: those of a family differ at their ends. */
    static String named(String name, int width, Look look) {
        int whole = TextWidth.of(name);
        if (whole <= width || width < 8) {
            return fitted(name, width, look);
        }
        int tail = width / 2;
        String end = name;
        while (TextWidth.of(end) > tail) {
            end = end.substring(end.offsetByCodePoints(0, 1));
        }
        return TextWidth.prefix(name, width - 1 - TextWidth.of(end)) + look.cut() + end;
    }
}
