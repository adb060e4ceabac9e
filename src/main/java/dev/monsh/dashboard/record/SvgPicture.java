package dev.monsh.dashboard.record;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.Ink;
import dev.monsh.terminal.TextWidth;
import java.util.Locale;

/** Draws a frame as SVG: text in a fixed grid, so that it looks the same in every browser. */
public final class SvgPicture {

    private static final double CELL_WIDTH = 8.4;
    private static final int CELL_HEIGHT = 18;
    private static final int MARGIN = 14;
    private static final int BASELINE = 13;

    private static final String BACKGROUND = "#16181d";

    private SvgPicture() {}

    /** Returns the picture as a whole document. */
    public static String of(Frame frame) {
        double width = frame.columns() * CELL_WIDTH + 2 * MARGIN;
        int height = frame.rows() * CELL_HEIGHT + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %d\" width=\"%.0f\" height=\"%d\">%n",
                width,
                height,
                width,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"" + BACKGROUND + "\"/>\n");
        svg.append("<g font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\""
                + " xml:space=\"preserve\">\n");
        for (int row = 0; row < frame.rows(); row++) {
            row(svg, frame, row);
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Frame frame, int row) {
        int from = 0;
        while (from < frame.columns()) {
            if (frame.glyph(from, row).equals(" ")) {
                from++;
                continue;
            }
            int to = from;
            StringBuilder text = new StringBuilder();
            while (to < frame.columns() && frame.ink(to, row) == frame.ink(from, row)) {
                text.append(frame.glyph(to++, row));
            }
            run(svg, text.toString().stripTrailing(), from, row, frame.ink(from, row));
            from = to;
        }
    }

    private static void run(StringBuilder svg, String text, int column, int row, Ink ink) {
        double x = MARGIN + column * CELL_WIDTH;
        int y = MARGIN + row * CELL_HEIGHT + BASELINE;
        double length = TextWidth.of(text) * CELL_WIDTH;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" fill=\"%s\"%s textLength=\"%.1f\">%s</text>%n",
                x,
                y,
                color(ink),
                ink == Ink.TITLE || ink == Ink.STRONG ? " font-weight=\"bold\"" : "",
                length,
                escaped(text)));
    }

    private static String color(Ink ink) {
        return switch (ink) {
            case PLAIN, STRONG -> "#d7dae0";
            case DIM -> "#6b7280";
            case ACCENT, TITLE, MATCH -> "#4fb6d6";
            case GOOD -> "#7ec97e";
            case WARNING -> "#e0b84c";
            case BAD -> "#ec6a6a";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
