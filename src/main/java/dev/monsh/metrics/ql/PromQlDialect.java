package dev.monsh.metrics.ql;

import dev.monsh.ql.Argument;
import dev.monsh.ql.Braces;
import dev.monsh.ql.Carried;
import dev.monsh.ql.Dialect;
import dev.monsh.ql.ExpressionGrammar;
import dev.monsh.ql.Piece;
import dev.monsh.ql.Place;
import dev.monsh.ql.Selector;
import dev.monsh.ql.Token;
import dev.monsh.ql.TokenWalk;
import dev.monsh.ql.Vocabulary;
import dev.monsh.ql.Word;
import java.util.ArrayList;
import java.util.List;

/** What is PromQL's own: metrics as operands, ranges and subqueries, {@code offset} and {@code @}. */
final class PromQlDialect implements Dialect {

    private static final List<String> SIGNS =
            List.of("==", "!=", "=~", "!~", ">=", "<=", "=", ">", "<", "+", "-", "*", "/", "%", "^", "@");

    private static final Word RANGE = new Word("[", "[", "a range: [5m]");
    private static final Word OFFSET = Word.of("offset ", "shift back in time");
    private static final Word AT = Word.of("@ ", "evaluate at a fixed time");
    private static final Word CLOSE_RANGE = new Word("]", "]", "");
    private static final Word RESOLUTION = new Word(":", ":", "a subquery: [30m:1m]");

    private final Vocabulary vocabulary;
    private final List<Word> scalars;

    PromQlDialect(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scalars = vocabulary.words().stream()
                .filter(word -> List.of("scalar(", "time(", "pi(").contains(word.text()))
                .toList();
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public List<String> signs() {
        return SIGNS;
    }

    @Override
    public boolean hasMetrics() {
        return true;
    }

    @Override
    public boolean isGrowing(Token token) {
        return token.is("!");
    }

    @Override
    public List<Word> operandWords(Argument wanted) {
        return wanted == Argument.SCALAR ? scalars : vocabulary.words();
    }

    @Override
    public boolean startsSelector(TokenWalk walk) {
        return walk.isName() || walk.is("{");
    }

    @Override
    public Operand selector(ExpressionGrammar grammar, Argument wanted) {
        TokenWalk walk = grammar.walk();
        String metric = "";
        if (walk.isName()) {
            Token name = walk.take(Piece.Role.METRIC);
            metric = name.text();
            if (metric.indexOf('.') >= 0) {
                walk.fault(name, "this name needs braces and quotes: {\"" + metric + "\"}");
            }
        }
        Selector selector = walk.is("{") ? Braces.read(walk, metric, true) : new Selector(metric, List.of());
        walk.found(selector);
        return new Operand(Carried.of(selector), false);
    }

    @Override
    public void modifiers(ExpressionGrammar grammar, Argument wanted) {
        TokenWalk walk = grammar.walk();
        boolean ranged = false;
        List<Word> left = new ArrayList<>(List.of(OFFSET, AT));
        while (true) {
            if (wanted.isRange() && !ranged) {
                walk.may(List.of(RANGE));
            } else {
                walk.mayAlso(left);
                walk.mayAlso(ranged || wanted != Argument.ANY ? List.of() : List.of(RANGE));
            }
            if (walk.is("[")) {
                range(walk);
                ranged = true;
            } else if (walk.isWord("offset")) {
                walk.take(Piece.Role.KEYWORD);
                left.remove(OFFSET);
                duration(walk, Place.DurationValue.Use.OFFSET);
            } else if (walk.is("@")) {
                walk.take(Piece.Role.OPERATOR);
                left.remove(AT);
                time(walk);
            } else {
                return;
            }
        }
    }

    private static void range(TokenWalk walk) {
        walk.take(Piece.Role.BRACKET);
        duration(walk, Place.DurationValue.Use.RANGE);
        walk.mayAlso(List.of(CLOSE_RANGE, RESOLUTION));
        if (walk.takeIf(":", Piece.Role.BRACKET)) {
            duration(walk, Place.DurationValue.Use.RESOLUTION);
            walk.mayAlso(List.of(CLOSE_RANGE));
        }
        while (!walk.takeIf("]", Piece.Role.BRACKET)) {
            walk.missing();
            if (walk.atEnd() || walk.is(")")) {
                return;
            }
            walk.skip("expected ]");
        }
    }

    private static void duration(TokenWalk walk, Place.DurationValue.Use use) {
        walk.may(() -> new Place.DurationValue(use));
        if (use == Place.DurationValue.Use.OFFSET && walk.is("-")) {
            walk.take(Piece.Role.OPERATOR);
            walk.may(() -> new Place.DurationValue(use));
        }
        Token.Kind kind = walk.peek().kind();
        boolean typed = walk.atCursor();
        if (kind == Token.Kind.DURATION || kind == Token.Kind.NUMBER) {
            walk.take(Piece.Role.DURATION);
        } else if (typed && (kind == Token.Kind.ODD || kind == Token.Kind.NAME)) {
            walk.take(Piece.Role.DURATION);
        } else if (use != Place.DurationValue.Use.RESOLUTION) {
            walk.missing();
            if (!walk.is("]") && !walk.is(")")) {
                walk.skip("expected a duration such as 5m");
            }
        }
    }

    private static void time(TokenWalk walk) {
        walk.may(() -> new Place.AtTime());
        if (walk.is("-")) {
            walk.take(Piece.Role.OPERATOR);
        }
        if (walk.peek().kind() == Token.Kind.NUMBER) {
            walk.take(Piece.Role.NUMBER);
        } else if (walk.isWord("start") || walk.isWord("end")) {
            walk.take(Piece.Role.FUNCTION);
            if (walk.takeIf("(", Piece.Role.BRACKET)) {
                walk.takeIf(")", Piece.Role.BRACKET);
            }
        } else if (walk.isName() && walk.atCursor()) {
            walk.take(Piece.Role.FUNCTION);
        } else {
            walk.missing();
            if (!walk.is(")")) {
                walk.skip("expected a time, start() or end()");
            }
        }
    }
}
