package dev.monsh.command;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the words of a call come from: argv, which is split already, or a line, which is split as it is read. */
interface Words {

    /** Returns the next word, or null at the end. */
    @Nullable
    String next();

    /** Returns the next word where it may be the first of an expression, in which quotes mean nothing; null at the end. */
    @Nullable
    String nextOrExpression();

    /**
     * Returns the expression that begins with the word returned last: that word from argv; the rest of a line verbatim,
     * unless the word starts with a quote.
     */
    String expression(String word);

    /** Returns the rest of the line verbatim, or null where the words are split already or the next starts with a quote. */
    @Nullable
    String verbatimRest();

    /** The words of argv, unchanged. */
    static Words ofArgv(List<String> argv) {
        Iterator<String> iterator = argv.iterator();
        return new Words() {
            @Override
            public @Nullable String next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public @Nullable String nextOrExpression() {
                return next();
            }

            @Override
            public String expression(String word) {
                return word;
            }

            @Override
            public @Nullable String verbatimRest() {
                return null;
            }
        };
    }

    /** The words of a line of a script or the console. */
    static Words ofLine(String line) {
        return new LineWords(new LineLexer(line));
    }

    /** The words of a line. */
    final class LineWords implements Words {
        private final LineLexer lexer;
        private @Nullable Lexeme last;

        private LineWords(LineLexer lexer) {
            this.lexer = lexer;
        }

        @Override
        public @Nullable String next() {
            last = lexer.next();
            return last == null ? null : last.text();
        }

        @Override
        public @Nullable String nextOrExpression() {
            char first = lexer.peek();
            if (first == 0 || first == '-' || first == '\'' || first == '"') {
                return next();
            }
            last = lexer.nextVerbatim();
            return last.text();
        }

        @Override
        public String expression(String word) {
            Lexeme first = last;
            if (first == null || first.quoted()) {
                return word;
            }
            lexer.backTo(first.start());
            return lexer.rest();
        }

        @Override
        public @Nullable String verbatimRest() {
            char next = lexer.peek();
            return next == '\'' || next == '"' || next == 0 ? null : lexer.rest();
        }
    }
}
