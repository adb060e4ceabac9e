package dev.monsh.gateway.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression with intersection and complement, read by derivatives (Brzozowski 1964; Owens, Reppy and Turon 2009):
 * what may follow a symbol is again an expression, so that a set is searched without building an automaton first. Equal sets
 * mostly have equal expressions, since the constructors put them into one form.
 */
final class Expression {

    private enum Kind {
        NONE,
        EMPTY,
        ONE,
        SEQUENCE,
        REPEAT,
        EITHER,
        BOTH,
        NOT
    }

    static final Expression NONE = new Expression(Kind.NONE, Symbols.none(), List.of(), false);
    static final Expression EMPTY = new Expression(Kind.EMPTY, Symbols.none(), List.of(), true);
    static final Expression EVERYTHING = new Expression(Kind.NOT, Symbols.none(), List.of(NONE), true);

    private final Kind kind;
    private final Symbols symbols;
    private final Collection<Expression> parts;
    private final boolean nullable;
    private final int hash;

    private Expression(Kind kind, Symbols symbols, Collection<Expression> parts, boolean nullable) {
        this.kind = kind;
        this.symbols = symbols;
        this.parts = parts;
        this.nullable = nullable;
        this.hash = (kind.hashCode() * 31 + symbols.hashCode()) * 31 + parts.hashCode();
    }

    static Expression one(Symbols symbols) {
        return symbols.isEmpty() ? NONE : new Expression(Kind.ONE, symbols, List.of(), false);
    }

    /** Returns the bytes of a text, every character one byte. */
    static Expression text(String bytes) {
        Expression text = EMPTY;
        for (int i = bytes.length() - 1; i >= 0; i--) {
            text = one(Symbols.one(bytes.charAt(i))).then(text);
        }
        return text;
    }

    Expression then(Expression next) {
        if (kind == Kind.NONE || next.kind == Kind.NONE) {
            return NONE;
        }
        if (kind == Kind.EMPTY) {
            return next;
        }
        if (next.kind == Kind.EMPTY) {
            return this;
        }
        if (kind == Kind.SEQUENCE) {
            return first().then(second().then(next));
        }
        return new Expression(Kind.SEQUENCE, Symbols.none(), List.of(this, next), nullable && next.nullable);
    }

    Expression repeated() {
        if (kind == Kind.NONE || kind == Kind.EMPTY) {
            return EMPTY;
        }
        return kind == Kind.REPEAT ? this : new Expression(Kind.REPEAT, Symbols.none(), List.of(this), true);
    }

    Expression or(Expression other) {
        return either(List.of(this, other));
    }

    static Expression either(List<Expression> all) {
        Set<Expression> parts = new LinkedHashSet<>();
        Symbols ones = Symbols.none();
        for (Expression each : all) {
            for (Expression part : each.kind == Kind.EITHER ? each.parts : List.of(each)) {
                if (part.equals(EVERYTHING)) {
                    return EVERYTHING;
                }
                if (part.kind == Kind.ONE) {
                    ones = ones.or(part.symbols);
                } else if (part.kind != Kind.NONE) {
                    parts.add(part);
                }
            }
        }
        if (!ones.isEmpty()) {
            parts.add(one(ones));
        }
        return switch (parts.size()) {
            case 0 -> NONE;
            case 1 -> parts.iterator().next();
            default ->
                new Expression(
                        Kind.EITHER, Symbols.none(), parts, parts.stream().anyMatch(each -> each.nullable));
        };
    }

    Expression and(Expression other) {
        return both(List.of(this, other));
    }

    static Expression both(List<Expression> all) {
        Set<Expression> parts = new LinkedHashSet<>();
        for (Expression each : all) {
            for (Expression part : each.kind == Kind.BOTH ? each.parts : List.of(each)) {
                if (part.kind == Kind.NONE) {
                    return NONE;
                }
                if (!part.equals(EVERYTHING)) {
                    parts.add(part);
                }
            }
        }
        return switch (parts.size()) {
            case 0 -> EVERYTHING;
            case 1 -> parts.iterator().next();
            default ->
                new Expression(Kind.BOTH, Symbols.none(), parts, parts.stream().allMatch(each -> each.nullable));
        };
    }

    Expression not() {
        return kind == Kind.NOT ? first() : new Expression(Kind.NOT, Symbols.none(), List.of(this), !nullable);
    }

    boolean isNullable() {
        return nullable;
    }

    boolean isNone() {
        return kind == Kind.NONE;
    }

    /** Returns what may follow a symbol. */
    Expression after(int symbol) {
        return switch (kind) {
            case NONE, EMPTY -> NONE;
            case ONE -> symbols.contains(symbol) ? EMPTY : NONE;
            case SEQUENCE -> {
                Expression rest = first().after(symbol).then(second());
                yield first().nullable ? rest.or(second().after(symbol)) : rest;
            }
            case REPEAT -> first().after(symbol).then(this);
            case EITHER -> either(parts.stream().map(each -> each.after(symbol)).toList());
            case BOTH -> both(parts.stream().map(each -> each.after(symbol)).toList());
            case NOT -> first().after(symbol).not();
        };
    }

    /** Returns sets of symbols, each of which has one derivative; together they are all symbols. */
    List<Symbols> classes() {
        List<Symbols> classes = new ArrayList<>(List.of(Symbols.none().others()));
        split(classes);
        return classes;
    }

    private void split(List<Symbols> classes) {
        switch (kind) {
            case NONE, EMPTY -> {}
            case ONE -> {
                List<Symbols> before = List.copyOf(classes);
                classes.clear();
                for (Symbols each : before) {
                    add(classes, each.and(symbols));
                    add(classes, each.minus(symbols));
                }
            }
            case SEQUENCE -> {
                first().split(classes);
                if (first().nullable) {
                    second().split(classes);
                }
            }
            case REPEAT, NOT -> first().split(classes);
            case EITHER, BOTH -> parts.forEach(each -> each.split(classes));
        }
    }

    private static void add(List<Symbols> classes, Symbols set) {
        if (!set.isEmpty()) {
            classes.add(set);
        }
    }

    private Expression first() {
        return parts.iterator().next();
    }

    private Expression second() {
        return ((List<Expression>) parts).get(1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Expression expression
                        && hash == expression.hash
                        && kind == expression.kind
                        && symbols.equals(expression.symbols)
                        && samePartsAs(expression));
    }

    /** Parts are a list where their order matters and a set where it does not; both compare by content with their like. */
    @SuppressWarnings("UndefinedEquals")
    private boolean samePartsAs(Expression other) {
        return parts.equals(other.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
