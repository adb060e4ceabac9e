package dev.monsh.ql;

/** Strings as PromQL and LogQL write them: Go's escapes between quotes, nothing special between backticks. */
public final class QuotedText {

    private QuotedText() {}

    /** Returns a text as it stands between two quotes, which may be {@code "}, {@code '} or a backtick. */
    public static String escaped(String text, char quote) {
        if (quote == '`') {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Returns a text in double quotes. */
    public static String quoted(String text) {
        return '"' + escaped(text, '"') + '"';
    }

    /** Returns what stands between two quotes as the language reads it; what it would refuse is taken as it is. */
    static String meaning(String written, char quote) {
        if (quote == '`' || written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                out.append(c);
                continue;
            }
            char kind = written.charAt(++i);
            switch (kind) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case '\\', '"', '\'' -> out.append(kind);
                default -> out.append('\\').append(kind);
            }
        }
        return out.toString();
    }
}
