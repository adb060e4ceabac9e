package dev.monsh.ql;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The grammar of metric expressions: operators, calls, aggregations with their groupings. Precedence makes no difference to
 * what may stand where, so there is none. What can't stand somewhere is passed over and marked.
 */
public final class ExpressionGrammar {

    private final TokenWalk walk;
    private final Dialect dialect;

    private ExpressionGrammar(TokenWalk walk, Dialect dialect) {
        this.walk = walk;
        this.dialect = dialect;
    }

    /** Reads an expression of a dialect. */
    public static Reading read(String text, int cursor, Dialect dialect) {
        List<Token> tokens = new Tokenizer(text, dialect.signs(), dialect.hasMetrics()).all();
        TokenWalk walk = new TokenWalk(text, cursor, tokens, dialect::isGrowing);
        new ExpressionGrammar(walk, dialect).all();
        return walk.reading();
    }

    public TokenWalk walk() {
        return walk;
    }

    private void all() {
        expression(Argument.ANY);
        while (!walk.atEnd()) {
            walk.skip(isCloser() || walk.is(",") ? "nothing is open here" : "an operator is missing");
            operations(new Dialect.Operand(Carried.NOTHING, false), Argument.ANY);
        }
    }

    private Carried expression(Argument wanted) {
        return operations(operand(wanted), wanted);
    }

    private Carried operations(Dialect.Operand first, Argument wanted) {
        Dialect.Operand operand = first;
        Carried all = operand.carried();
        while (!operand.lines()) {
            if (!wanted.isRange()) {
                walk.may(Operators.WORDS);
            }
            if (!Operators.isNext(walk)) {
                break;
            }
            boolean comparison = walk.isAny(Operators.COMPARISONS);
            walk.take(walk.isName() ? Piece.Role.KEYWORD : Piece.Role.OPERATOR);
            AtomicReference<Carried> right = new AtomicReference<>(Carried.NOTHING);
            matching(all, right, comparison);
            operand = operand(Argument.INSTANT);
            right.set(operand.carried());
            all = all.and(operand.carried());
        }
        return all;
    }

    private void matching(Carried left, AtomicReference<Carried> right, boolean comparison) {
        walk.may(() -> operandPlace(Argument.INSTANT));
        walk.mayAlso(comparison ? List.of(Operators.BOOL) : List.of());
        walk.mayAlso(Operators.MATCHING);
        if (walk.takeIf("bool", Piece.Role.KEYWORD)) {
            walk.may(() -> operandPlace(Argument.INSTANT));
            walk.mayAlso(Operators.MATCHING);
        }
        if (!walk.isAny(List.of("on", "ignoring")) || (!walk.peek(1).is("(") && !walk.atCursor())) {
            return;
        }
        walk.take(Piece.Role.KEYWORD);
        labels(() -> left.and(right.get()));
        walk.may(() -> operandPlace(Argument.INSTANT));
        walk.mayAlso(Operators.JOINING);
        boolean toLeft = walk.isWord("group_left");
        if (toLeft || walk.isWord("group_right")) {
            walk.take(Piece.Role.KEYWORD);
            if (walk.is("(") || walk.atCursor()) {
                labels(() -> toLeft ? right.get() : left);
            }
        }
    }

    /** Reads labels in round brackets. */
    private List<String> labels(java.util.function.Supplier<Carried> of) {
        return new LabelList(walk).read(of);
    }

    private Place operandPlace(Argument wanted) {
        return new Place.Operand(
                wanted, dialect.operandWords(wanted), dialect.hasMetrics() && wanted != Argument.SCALAR);
    }

    private Dialect.Operand operand(Argument wanted) {
        if (wanted == Argument.SCALAR) {
            walk.mayAlso(() -> operandPlace(wanted));
        } else {
            walk.may(() -> operandPlace(wanted));
        }
        while (!walk.atEnd() && !isCloser() && !walk.is(",")) {
            Optional<Dialect.Operand> read = tryOperand(wanted);
            if (read.isPresent()) {
                if (!read.get().lines()) {
                    dialect.modifiers(this, wanted);
                }
                return read.get();
            }
            walk.skip("an expression is missing");
            walk.may(() -> operandPlace(wanted));
        }
        walk.missing();
        return new Dialect.Operand(Carried.NOTHING, false);
    }

    private Optional<Dialect.Operand> tryOperand(Argument wanted) {
        Token token = walk.peek();
        if (token.is("+") || token.is("-")) {
            walk.take(Piece.Role.OPERATOR);
            return Optional.of(operand(wanted));
        }
        if (token.is("(")) {
            walk.take(Piece.Role.BRACKET);
            Carried inside = expression(Argument.ANY);
            close();
            return Optional.of(new Dialect.Operand(inside, false));
        }
        if (token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.DURATION || isNumberWord(token)) {
            walk.take(Piece.Role.NUMBER);
            return Optional.of(new Dialect.Operand(Carried.NOTHING, false));
        }
        if (token.isString()) {
            walk.take(Piece.Role.STRING);
            return Optional.of(new Dialect.Operand(Carried.NOTHING, false));
        }
        Optional<Callable> callable = token.kind() == Token.Kind.NAME ? called(token) : Optional.empty();
        if (callable.isPresent()) {
            Carried carried = new CallGrammar(this, walk).read(callable.get());
            return Optional.of(new Dialect.Operand(carried, false));
        }
        return dialect.startsSelector(walk) ? Optional.of(dialect.selector(this, wanted)) : Optional.empty();
    }

    /** A function is one by its bracket; an aggregation also by the grouping that may stand before it. */
    private Optional<Callable> called(Token token) {
        Token after = walk.peek(1);
        return dialect.vocabulary()
                .find(token.text())
                .filter(callable -> after.is("(")
                        || (callable.aggregation()
                                && !walk.atCursor()
                                && (after.kind() == Token.Kind.NAME || after.kind() == Token.Kind.END)));
    }

    private static boolean isNumberWord(Token token) {
        return token.kind() == Token.Kind.NAME
                && (token.text().equalsIgnoreCase("inf") || token.text().equalsIgnoreCase("nan"));
    }

    private boolean isCloser() {
        return walk.is(")") || walk.is("]") || walk.is("}");
    }

    /** Reads up to the round bracket that closes here. */
    private void close() {
        while (true) {
            walk.mayAlso(List.of(Operators.CLOSE));
            if (walk.takeIf(")", Piece.Role.BRACKET)) {
                return;
            }
            walk.missing();
            if (walk.atEnd()) {
                return;
            }
            walk.skip("expected )");
        }
    }

    /** Reads the arguments of a call, its bracket open already. */
    Carried arguments(Callable callable) {
        Carried all = Carried.NOTHING;
        for (int i = 0; ; ) {
            Argument wanted = callable.argument(i);
            if (wanted != null || i > 0) {
                int index = i;
                if (wanted == Argument.SCALAR) {
                    walk.may(() -> new Place.NumberValue(callable.usualNumbers(index)));
                }
                Carried one = argument(wanted == null ? Argument.ANY : wanted, all);
                all = all.and(one);
            }
            walk.mayAlso(callable.argument(i + 1) == null ? List.of() : List.of(Operators.COMMA));
            walk.mayAlso(List.of(Operators.CLOSE));
            if (walk.is(",")) {
                walk.take(Piece.Role.BRACKET);
                i++;
            } else if (walk.takeIf(")", Piece.Role.BRACKET)) {
                return all;
            } else if (walk.atEnd()) {
                walk.missing();
                return all;
            } else {
                walk.skip("expected , or )");
            }
        }
    }

    private Carried argument(Argument wanted, Carried before) {
        if (wanted != Argument.LABEL && wanted != Argument.STRING) {
            return expression(wanted);
        }
        char quote = walk.quoteAtCursor();
        walk.may(() -> wanted == Argument.LABEL ? new Place.LabelText(before, quote) : new Place.FreeText("text"));
        if (walk.peek().isString()) {
            walk.take(wanted == Argument.LABEL ? Piece.Role.LABEL : Piece.Role.STRING);
        } else {
            walk.missing();
        }
        return Carried.NOTHING;
    }
}
