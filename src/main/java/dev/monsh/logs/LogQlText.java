package dev.monsh.logs;

/** How LogQL writes a text: Go's rules for interpreted strings. */
public final class LogQlText {

    private LogQlText() {}

    /** Appends the text in double quotes, with what would end or change it escaped. */
    public static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Returns the expression narrowed to the lines of one stream, by label filters at the end of its pipeline. */
    public static String narrowed(String expression, Labels stream) {
        StringBuilder text = new StringBuilder(expression);
        // an expression may end in a comment
        stream.asMap().forEach((name, value) -> {
            text.append("\n| ").append(name).append('=');
            quote(value, text);
        });
        return text.toString();
    }

    /** Returns the first stream selector in the expression, or the whole of it where there is none. */
    public static String selector(String expression) {
        int start = expression.indexOf('{');
        char quote = 0;
        for (int i = Math.max(start, 0); start >= 0 && i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '}') {
                return expression.substring(start, i + 1);
            }
        }
        return expression;
    }
}
