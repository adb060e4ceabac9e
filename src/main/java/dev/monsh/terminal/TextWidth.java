package dev.monsh.terminal;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: 0 for combining marks, 2 for wide characters. */
public final class TextWidth {

    private TextWidth() {}

    /** Returns the columns of a text that holds no control characters. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            columns += of(codePoint);
            i += Character.charCount(codePoint);
        }
        return columns;
    }

    /** Returns the longest prefix that takes at most so many columns; combining marks stay with their base. */
    public static String prefix(String text, int columns) {
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            used += of(codePoint);
            if (used > columns) {
                return text.substring(0, i);
            }
            i += Character.charCount(codePoint);
        }
        return text;
    }

    private static int of(int codePoint) {
        return codePoint >= 0x20 && codePoint < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
