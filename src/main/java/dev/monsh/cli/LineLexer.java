package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into words by the quoting rules of POSIX (Shell Command Language, 2.2): {@code '…'} keeps everything,
 * {@code "…"} keeps everything but a backslash before {@code " \ $ `}, a backslash outside quotes keeps the next character.
 * Nothing is expanded: {@code $} and {@code *} are ordinary. A {@code #} where a word could start begins a comment.
 *
 * <p>It goes word by word, because only the words so far tell whether the rest is an expression and not to be split at all.
 */
public final class LineLexer {

    private final String line;
    private int position;

    public LineLexer(String line) {
        this.line = line;
    }

    /** Returns all the words of a line. */
    public static List<Lexeme> words(String line) {
        LineLexer lexer = new LineLexer(line);
        List<Lexeme> words = new ArrayList<>();
        for (Lexeme word = lexer.next(); word != null; word = lexer.next()) {
            words.add(word);
        }
        return words;
    }

    /**
     * Returns the next word, or null at the end of the line.
     *
     * @throws UsageException for a quote that is not closed and a backslash with nothing behind it, with the column
     */
    public @Nullable Lexeme next() {
        skipBlanks();
        if (atEnd()) {
            return null;
        }
        int start = position;
        boolean quoted = line.charAt(start) == '\'' || line.charAt(start) == '"';
        StringBuilder word = new StringBuilder();
        while (position < line.length() && !isBlank(line.charAt(position))) {
            char c = line.charAt(position);
            switch (c) {
                case '\'' -> singleQuoted(word);
                case '"' -> doubleQuoted(word);
                case '\\' -> escaped(word);
                default -> {
                    word.append(c);
                    position++;
                }
            }
        }
        return new Lexeme(word.toString(), start, position, quoted);
    }

    /**
     * Returns the rest of the line verbatim, without the blanks around it, where it is an expression; else null, and the
     * next word is still to come. What starts with a quote is a word. The first word is shown to the predicate without
     * regard to quotes inside it, since a quote that a shell would find open may be closed to PromQL. Options at the end of
     * the line are no part of it.
     *
     * @param known the options that may follow
     */
    public @Nullable Lexeme expression(Predicate<String> starts, List<Option<?>> known) {
        skipBlanks();
        if (atEnd() || line.charAt(position) == '\'' || line.charAt(position) == '"') {
            return null;
        }
        int end = position;
        while (end < line.length() && !isBlank(line.charAt(end))) {
            end++;
        }
        if (!starts.test(line.substring(position, end))) {
            return null;
        }
        int start = position;
        position = start + new TrailingOptions(known).start(line.substring(start));
        String rest = line.substring(start, position).strip();
        return new Lexeme(rest, start, start + rest.length(), false);
    }

    private boolean atEnd() {
        return position >= line.length() || line.charAt(position) == '#';
    }

    private void skipBlanks() {
        while (position < line.length() && isBlank(line.charAt(position))) {
            position++;
        }
    }

    private void singleQuoted(StringBuilder word) {
        int close = line.indexOf('\'', position + 1);
        if (close < 0) {
            throw unclosed("'", position);
        }
        word.append(line, position + 1, close);
        position = close + 1;
    }

    private void doubleQuoted(StringBuilder word) {
        int open = position++;
        while (position < line.length()) {
            char c = line.charAt(position);
            if (c == '"') {
                position++;
                return;
            }
            if (c == '\\' && position + 1 < line.length() && "\"\\$`".indexOf(line.charAt(position + 1)) >= 0) {
                position++;
            }
            word.append(line.charAt(position++));
        }
        throw unclosed("\"", open);
    }

    private void escaped(StringBuilder word) {
        if (position + 1 == line.length()) {
            throw new UsageException("column " + (position + 1), "nothing follows the \\");
        }
        word.append(line.charAt(position + 1));
        position += 2;
    }

    private static UsageException unclosed(String quote, int offset) {
        return new UsageException("column " + (offset + 1), "the " + quote + " opened here is not closed");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
