package dev.monsh.adapter.yaml.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a {@code command:} that is one text, as Compose's go-shellwords does: quotes and backslashes as in a shell,
 * nothing expanded, and all from an operator of the shell on dropped.
 */
final class ShellWords {

    private static final String OPERATORS = ";&|<>";

    private ShellWords() {}

    /** Returns the words; empty where a quote is not closed. */
    static Optional<List<String>> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                begun = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                flush(words, word, begun);
                begun = false;
            } else if (quote == 0 && OPERATORS.indexOf(c) >= 0) {
                break;
            } else {
                word.append(c);
                begun = true;
            }
        }
        flush(words, word, begun);
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }

    private static void flush(List<String> words, StringBuilder word, boolean begun) {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
