package dev.monsh.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the words of a call come from: argv, which is split already, or a line, which is split as it is read. */
interface Words {

    /** Returns the next word, or null at the end. */
    @Nullable
    String next();

    /**
     * Returns the rest of a line verbatim where the next word, which the predicate is shown, starts an expression. Null
     * where it does not or starts with a quote, and for argv, whose words are whole already.
     */
    @Nullable
    String expression(Predicate<String> starts);

    /** The words of argv, unchanged. */
    static Words ofArgv(List<String> argv) {
        Iterator<String> iterator = argv.iterator();
        return new Words() {
            @Override
            public @Nullable String next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public @Nullable String expression(Predicate<String> starts) {
                return null;
            }
        };
    }

    /** The words of a line of a script or the console. */
    static Words ofLine(String line) {
        LineLexer lexer = new LineLexer(line);
        return new Words() {
            @Override
            public @Nullable String next() {
                Lexeme word = lexer.next();
                return word == null ? null : word.text();
            }

            @Override
            public @Nullable String expression(Predicate<String> starts) {
                Lexeme rest = lexer.expression(starts);
                return rest == null ? null : rest.text();
            }
        };
    }
}
