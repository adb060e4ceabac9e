package dev.monsh.gateway.pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * A set of texts, such as the paths that a location takes. Texts are bytes; characters beyond ASCII count as their UTF-8.
 * Every text ends with a mark of its own, so that {@code $} of a pattern can be read.
 */
public final class Language {

    /** A configuration that a person wrote needs some hundred. */
    private static final int MOST_STATES = 20_000;

    private static final Expression REST =
            Expression.one(Symbols.ALL_BYTES).repeated().then(Expression.one(Symbols.one(Symbols.END)));

    /** Every text. */
    public static final Language ALL = new Language(REST);

    /** No text. */
    public static final Language NONE = new Language(Expression.NONE);

    private final Expression expression;

    private Language(Expression expression) {
        this.expression = expression;
    }

    /** A set that can't be searched within reasonable bounds. */
    public static final class TooComplexException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Returns the set of one text. */
    public static Language of(String text) {
        return new Language(Expression.text(bytes(text)).then(Expression.one(Symbols.one(Symbols.END))));
    }

    /** Returns the texts that begin so. */
    public static Language startingWith(String prefix) {
        return new Language(Expression.text(bytes(prefix)).then(REST));
    }

    /**
     * Returns the texts in which a pattern is found, as PCRE finds it.
     *
     * @param anyCase whether upper and lower case are the same
     * @return empty where the pattern has something that is not read here, such as a look ahead
     */
    public static Optional<Language> matching(String pattern, boolean anyCase) {
        return PatternReader.read(bytes(pattern), anyCase)
                .map(found -> Expression.one(Symbols.one(Symbols.START))
                        .then(REST)
                        .and(anything().then(found).then(anything())))
                .map(marked -> new Language(marked.after(Symbols.START)));
    }

    private static Expression anything() {
        return Expression.one(Symbols.none().others()).repeated();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    public Language and(Language other) {
        return new Language(expression.and(other.expression));
    }

    public Language or(Language other) {
        return new Language(expression.or(other.expression));
    }

    public Language minus(Language other) {
        return new Language(expression.and(other.expression.not()));
    }

    /** Returns what follows a text in those that begin with it. */
    public Language after(String prefix) {
        Expression rest = expression;
        for (char symbol : bytes(prefix).toCharArray()) {
            rest = rest.after(symbol);
        }
        return new Language(rest);
    }

    /** Returns the same texts, each behind another one. */
    public Language behind(String prefix) {
        return new Language(Expression.text(bytes(prefix)).then(expression));
    }

    public boolean contains(String text) {
        return after(text).expression.after(Symbols.END).isNullable();
    }

    /**
     * Returns whether there is no text in it.
     *
     * @throws TooComplexException where that can't be found out
     */
    public boolean isEmpty() {
        return example().isEmpty();
    }

    /**
     * Returns whether all its texts are in another set as well.
     *
     * @throws TooComplexException where that can't be found out
     */
    public boolean isWithin(Language other) {
        return minus(other).isEmpty();
    }

    /**
     * Returns one of the shortest texts.
     *
     * @throws TooComplexException where that can't be found out
     */
    public Optional<String> example() {
        record State(Expression expression, String text) {}
        Queue<State> next = new ArrayDeque<>();
        Set<Expression> seen = new HashSet<>();
        next.add(new State(expression, ""));
        seen.add(expression);
        while (!next.isEmpty()) {
            State state = next.remove();
            if (state.expression().after(Symbols.END).isNullable()) {
                byte[] bytes = state.text().getBytes(StandardCharsets.ISO_8859_1);
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
            for (Symbols symbols : state.expression().classes()) {
                Symbols inside = symbols.and(Symbols.ALL_BYTES);
                if (!inside.isEmpty()) {
                    int symbol = inside.example();
                    Expression rest = state.expression().after(symbol);
                    if (!rest.isNone() && seen.add(rest)) {
                        next.add(new State(rest, state.text() + (char) symbol));
                    }
                }
            }
            if (seen.size() > MOST_STATES) {
                throw new TooComplexException();
            }
        }
        return Optional.empty();
    }
}
