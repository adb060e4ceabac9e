package dev.monsh.cli.completion;

import dev.monsh.cli.Lexeme;
import dev.monsh.cli.LineLexer;
import java.util.stream.Collectors;

/**
 * The word that is typed at the end of a shell's line, quoted as POSIX shells do. To a command it is one argument, whereas in
 * the console an expression takes the rest of the line.
 */
final class ShellWord {

    private static final String NEEDS_NO_QUOTES = "[A-Za-z0-9_@%+=:,./~-]*";

    private final String line;
    private final int start;
    private final String text;
    private final char quote;

    private ShellWord(String line, int start, String text, char quote) {
        this.line = line;
        this.start = start;
        this.text = text;
        this.quote = quote;
    }

    /** Reads the end of a line, which may be in quotes that are still open. */
    static ShellWord atEndOf(String line) {
        StringBuilder text = new StringBuilder();
        int start = line.length();
        boolean inWord = false;
        char quote = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = quote == ' ' && (c == ' ' || c == '\t' || c == '\n');
            if (blank) {
                inWord = false;
                text.setLength(0);
                start = line.length();
                continue;
            }
            if (!inWord) {
                inWord = true;
                start = i;
            }
            if (quote == ' ' && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = ' ';
            } else if (c == '\\' && i + 1 < line.length() && isEscape(quote, line.charAt(i + 1))) {
                text.append(line.charAt(++i));
            } else {
                text.append(c);
            }
        }
        return new ShellWord(line, start, text.toString(), quote);
    }

    private static boolean isEscape(char quote, char next) {
        return quote == ' ' || (quote == '"' && "\"\\$`".indexOf(next) >= 0);
    }

    /** Returns the word as a command gets it. */
    String text() {
        return text;
    }

    /** Returns a line of the console that means the same. */
    String consoleLine() {
        String before = LineLexer.words(line.substring(0, start)).stream()
                .map(Lexeme::text)
                .map(word -> word.matches(NEEDS_NO_QUOTES) && !word.isEmpty() ? word : quoted(word) + "'")
                .map(word -> word + " ")
                .collect(Collectors.joining());
        return before + (text.matches(NEEDS_NO_QUOTES) || text.startsWith("--") ? text : quoted(text));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''");
    }

    /** Returns the word as a candidate makes it. */
    String with(Completion completion, Candidate candidate) {
        String prefix = completion.verbatim() ? meaning(completion.prefix()) : completion.prefix();
        String value = completion.verbatim() ? meaning(candidate.text()) : candidate.text();
        return text.substring(0, Math.max(0, text.length() - prefix.length())) + value;
    }

    private static String meaning(String quoted) {
        return quoted.replace("'\\''", "'");
    }

    /** Returns a text as it goes on in the shell's line, in the quotes that are open there. */
    String written(String rest) {
        return switch (quote) {
            case '\'' -> rest.replace("'", "'\\''");
            case '"' ->
                rest.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("`", "\\`");
            default -> rest.replaceAll("[^A-Za-z0-9_@%+=:,./~-]", "\\\\$0");
        };
    }
}
