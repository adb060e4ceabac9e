package dev.monsh.app.console;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Completion;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine which word is being completed. Lines are accepted as they are: the commands' own parser reads them, and tells
 * what is wrong with the column.
 */
final class WordParser implements Parser {

    private final Completer completer;
    private final Supplier<GlobalOptions> defaults;

    WordParser(Completer completer, Supplier<GlobalOptions> defaults) {
        this.completer = completer;
        this.defaults = defaults;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context != ParseContext.COMPLETE) {
            return new Line(line, cursor, new Completion(cursor, "", List.of(), true));
        }
        return new Line(line, cursor, completer.complete(line, cursor, defaults.get()));
    }

    /** A line with what can stand at its cursor. */
    record Line(String line, int cursor, Completion completion) implements CompletingParsedLine {

        @Override
        public String word() {
            return completion.prefix();
        }

        @Override
        public int wordCursor() {
            return completion.prefix().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(completion.prefix());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            if (completion.verbatim() || !needsQuotes(candidate)) {
                return candidate;
            }
            return "'" + candidate.toString().replace("'", "'\\''") + (complete ? "'" : "");
        }

        @Override
        public int rawWordCursor() {
            return cursor - completion.start();
        }

        @Override
        public int rawWordLength() {
            return cursor - completion.start();
        }

        private static boolean needsQuotes(CharSequence text) {
            return text.chars().anyMatch(c -> " \t\"'\\$`&|;<>()#*?".indexOf(c) >= 0);
        }
    }
}
