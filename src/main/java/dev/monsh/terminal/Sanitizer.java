package dev.monsh.terminal;

/**
 * Makes control characters of foreign text visible, so that a log line or a server's message can't move the cursor, change
 * colours or hide text on a terminal.
 */
public final class Sanitizer {

    private Sanitizer() {}

    /**
     * Returns the text with every control character as a visible escape: {@code \n \t \r \e}, {@code \xNN} for the other
     * C0 and C1 controls and DEL, {@code \\uNNNN} for line separators and the controls that reorder text (Unicode Annex 9),
     * and for surrogates without a partner. The same string comes back when there is nothing to do.
     */
    public static String visible(String text) {
        return visible(text, false);
    }

    /** The same, but line feeds stay: for text of several lines, such as a server's message. */
    public static String visibleLines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean keepLineFeeds) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text, i, keepLineFeeds)) {
                return escape(text, i, keepLineFeeds);
            }
        }
        return text;
    }

    private static String escape(String text, int firstUnsafe, boolean keepLineFeeds) {
        StringBuilder clean = new StringBuilder(text.length() + 16).append(text, 0, firstUnsafe);
        for (int i = firstUnsafe; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUnsafe(text, i, keepLineFeeds)) {
                clean.append(c);
            } else {
                appendEscape(clean, c);
            }
        }
        return clean.toString();
    }

    private static void appendEscape(StringBuilder clean, char c) {
        switch (c) {
            case '\n' -> clean.append("\\n");
            case '\t' -> clean.append("\\t");
            case '\r' -> clean.append("\\r");
            case 0x1b -> clean.append("\\e");
            default -> clean.append(c < 0x100 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
        }
    }

    /** Tells whether the character there may not reach a terminal as it is. */
    static boolean isUnsafe(String text, int i, boolean keepLineFeeds) {
        char c = text.charAt(i);
        return (isUnsafe(c) && !(keepLineFeeds && c == '\n')) || isLoneSurrogate(text, i);
    }

    /** Tells whether a character may not reach a terminal as it is, whatever stands beside it. */
    static boolean isUnsafe(char c) {
        return c < 0x20 || (c >= 0x7f && (c < 0xa0 || isReordering(c)));
    }

    private static boolean isReordering(char c) {
        return c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
