package dev.monsh.process.template.function;

import dev.monsh.process.gotext.GoText;
import dev.monsh.process.template.print.GoQuote;

/** {@code html}, {@code js} and {@code urlquery} (text/template, funcs.go; net/url). */
final class Escapes {

    private Escapes() {}

    static String html(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> out.append('\uFFFD');
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String javaScript(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int rune = text.codePointAt(at);
            if (rune == '\\' || rune == '\'' || rune == '"') {
                out.append('\\').appendCodePoint(rune);
            } else if (rune < ' ' || "<>&=".indexOf(rune) >= 0 || isUnprintable(text, at, rune)) {
                out.append(String.format("\\u%04X", rune));
            } else {
                out.appendCodePoint(rune);
            }
            at += Character.charCount(rune);
        }
        return out.toString();
    }

    private static boolean isUnprintable(String text, int at, int rune) {
        return rune >= 0x80 && !GoText.isRawByte(text, at) && !GoQuote.isPrintable(rune);
    }

    static String urlQuery(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : GoText.encode(text)) {
            char c = (char) (b & 0xff);
            if (c == ' ') {
                out.append('+');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
