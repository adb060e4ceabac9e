package dev.monsh.process.template.print;

import dev.monsh.process.gotext.GoText;

/** Go's quoted literals (strconv.Quote). */
public final class GoQuote {

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";
    private static final String LETTERS = "abfnrtv\\";

    private GoQuote() {}

    static String quote(String text, char quote, boolean asciiOnly) {
        StringBuilder out = new StringBuilder().append(quote);
        int at = 0;
        while (at < text.length()) {
            if (GoText.isRawByte(text, at)) {
                out.append(String.format("\\x%02x", GoText.rawByte(text.charAt(at))));
                at++;
            } else {
                int rune = text.codePointAt(at);
                rune(out, rune, quote, asciiOnly);
                at += Character.charCount(rune);
            }
        }
        return out.append(quote).toString();
    }

    private static void rune(StringBuilder out, int rune, char quote, boolean asciiOnly) {
        int escape = rune < 0x80 ? ESCAPED.indexOf(rune) : -1;
        if (rune == quote) {
            out.append('\\').append(quote);
        } else if (escape >= 0) {
            out.append('\\').append(LETTERS.charAt(escape));
        } else if (rune < 0x80 ? rune >= ' ' && rune != 0x7f : !asciiOnly && isPrintable(rune)) {
            out.appendCodePoint(rune);
        } else if (rune < ' ' || rune == 0x7f) {
            out.append(String.format("\\x%02x", rune));
        } else {
            out.append(String.format(rune < 0x10000 ? "\\u%04x" : "\\U%08x", rune));
        }
    }

    /** {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols and the blank. */
    public static boolean isPrintable(int rune) {
        return switch (Character.getType(rune)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> rune == ' ';
            default -> true;
        };
    }

    /** Whether the text can stand between backquotes unchanged: no control character but the tab, no backquote. */
    static boolean canBackquote(String text) {
        return !GoText.hasRawBytes(text)
                && text.codePoints().noneMatch(rune -> rune == 0xfeff || rune == '`' || rune == 0x7f)
                && text.codePoints().noneMatch(rune -> rune < ' ' && rune != '\t');
    }
}
