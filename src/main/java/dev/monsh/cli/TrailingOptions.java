package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Optional;

/**
 * Options behind an expression on a line: {@code query up -o json}. Only what are known options up to the end of the line is
 * taken for some, since an expression may hold a minus as well.
 */
final class TrailingOptions {

    private final List<Option<?>> known;

    TrailingOptions(List<Option<?>> known) {
        this.known = known;
    }

    /** Returns the offset of the first of them; the length of the text where it has none. */
    int start(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                i = closing(text, i);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == '-'
                    && depth <= 0
                    && i > 0
                    && isBlank(text.charAt(i - 1))
                    && areOptions(text.substring(i))) {
                return i;
            }
        }
        return text.length();
    }

    private static int closing(String text, int open) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private boolean areOptions(String text) {
        List<Lexeme> words;
        try {
            words = LineLexer.words(text);
        } catch (UsageException e) {
            return false;
        }
        int i = 0;
        while (i < words.size()) {
            int taken = words.get(i).quoted() ? 0 : taken(words.get(i).text());
            if (taken == 0 || i + taken > words.size()) {
                return false;
            }
            i += taken;
        }
        return true;
    }

    /** Returns how many words an option takes with its value; 0 for what is none. */
    private int taken(String word) {
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            Optional<Option<?>> spec =
                    known.stream().filter(each -> each.longName().equals(name)).findFirst();
            if (spec.isEmpty() || (equals >= 0 && spec.get().isFlag())) {
                return 0;
            }
            return spec.get().isFlag() || equals >= 0 ? 1 : 2;
        }
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            Optional<Option<?>> spec =
                    known.stream().filter(each -> each.hasLetter(letter)).findFirst();
            if (spec.isEmpty()) {
                return 0;
            }
            if (!spec.get().isFlag()) {
                return i + 1 < word.length() ? 1 : 2;
            }
        }
        return word.length() > 1 ? 1 : 0;
    }
}
