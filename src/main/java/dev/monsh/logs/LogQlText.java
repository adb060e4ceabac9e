package dev.monsh.logs;

import dev.monsh.labels.Labels;
import dev.monsh.ql.QuotedText;

/** Expressions of LogQL as texts. */
public final class LogQlText {

    private LogQlText() {}

    /** Returns the expression narrowed to the lines of one stream, by label filters at the end of its pipeline. */
    public static String narrowed(String expression, Labels stream) {
        StringBuilder text = new StringBuilder(expression);
        // an expression may end in a comment
        stream.values().forEach((name, value) -> {
            text.append("\n| ").append(name).append('=').append(QuotedText.quoted(value));
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
