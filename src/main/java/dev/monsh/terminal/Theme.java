package dev.monsh.terminal;

import java.util.List;

/** Puts styles on text, or leaves it plain where there is no colour. */
public record Theme(boolean color) {

    /** Colours for several series, told apart also by people who confuse red and green. */
    private static final List<String> SERIES = List.of("36", "33", "35", "32", "34", "31", "96", "93", "95", "92");

    /** Returns the text in a style. The text must be clean of control characters. */
    public String paint(Style style, String text) {
        return paint(style.parameters(), text);
    }

    /** Returns the text in the colour of the n-th series, counted from 0. */
    public String series(int n, String text) {
        return paint(SERIES.get(Math.floorMod(n, SERIES.size())), text);
    }

    private String paint(String parameters, String text) {
        return color && !parameters.isEmpty() && !text.isEmpty()
                ? "\u001b[" + parameters + "m" + text + "\u001b[0m"
                : text;
    }
}
