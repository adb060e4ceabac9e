package dev.monsh.terminal;

import org.jline.utils.WCWidth;

/**
 * How many columns of a terminal a text takes: 0 for combining marks, 2 for wide characters. What a terminal draws as one
 * symbol counts as one: a flag of two regional indicators, an emoji with its skin tone, parts joined by U+200D (UAX #29 and
 * UTS #51).
 */
public final class TextWidth {

    private static final int JOINER = 0x200d;
    private static final int EMOJI_STYLE = 0xfe0f;

    private TextWidth() {}

    /** Returns the columns of a text that holds no control characters. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int end = symbolEnd(text, i);
            columns += symbol(text, i, end);
            i = end;
        }
        return columns;
    }

    /** Returns the longest prefix that takes at most so many columns; combining marks stay with their base. */
    public static String prefix(String text, int columns) {
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int end = symbolEnd(text, i);
            used += symbol(text, i, end);
            if (used > columns) {
                return text.substring(0, i);
            }
            i = end;
        }
        return text;
    }

    /** Returns the text with its middle left out where it takes more columns; names tend to differ at their ends. */
    public static String shortened(String text, int columns, String ellipsis) {
        if (of(text) <= columns) {
            return text;
        }
        String begin = prefix(text, columns / 2);
        return begin + ellipsis + suffix(text, columns - of(ellipsis) - of(begin));
    }

    /** Returns the longest end of a text that takes at most so many columns and cuts no symbol. */
    private static String suffix(String text, int columns) {
        int left = of(text);
        int i = 0;
        while (i < text.length() && left > columns) {
            int end = symbolEnd(text, i);
            left -= symbol(text, i, end);
            i = end;
        }
        return text.substring(i);
    }

    /** Returns the end of the symbol at an offset: of one character, or of all that a terminal draws in its place. */
    private static int symbolEnd(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (end == text.length() || (isAscii(first) && isAscii(text.charAt(end)))) {
            return end;
        }
        if (isRegional(first) && isRegional(text.codePointAt(end))) {
            return end + 2;
        }
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (next == JOINER && end + 1 < text.length() && isPicture(first) && isPicture(text.codePointAt(end + 1))) {
                end += 1 + Character.charCount(text.codePointAt(end + 1));
            } else if (next == EMOJI_STYLE || (isSkinTone(next) && isPicture(first)) || cells(next) == 0) {
                end += Character.charCount(next);
            } else {
                break;
            }
        }
        return end;
    }

    private static int symbol(String text, int start, int end) {
        int first = text.codePointAt(start);
        if (isAscii(first) || end - start == Character.charCount(first)) {
            return cells(first);
        }
        boolean wide = isRegional(first) || (isPicture(first) && text.indexOf(EMOJI_STYLE, start, end) >= 0);
        return wide ? 2 : cells(first);
    }

    private static boolean isAscii(int codePoint) {
        return codePoint >= 0x20 && codePoint < 0x7f;
    }

    private static boolean isRegional(int codePoint) {
        return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
    }

    private static boolean isPicture(int codePoint) {
        return codePoint > 0xff && Character.isExtendedPictographic(codePoint);
    }

    private static int cells(int codePoint) {
        return isAscii(codePoint) ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
