package dev.monsh.ql;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Reads the call of a function or an aggregation, with the grouping before or after its arguments. */
final class CallGrammar {

    private final ExpressionGrammar grammar;
    private final TokenWalk walk;

    CallGrammar(ExpressionGrammar grammar, TokenWalk walk) {
        this.grammar = grammar;
        this.walk = walk;
    }

    /** Reads the call and returns which labels its series have. */
    @SuppressWarnings("ReferenceEquality") // NONE is one object; an empty by () is another
    Carried read(Callable callable) {
        walk.take(Piece.Role.FUNCTION);
        AtomicReference<Carried> inside = new AtomicReference<>(Carried.NOTHING);
        Grouping grouping = callable.aggregation() ? grouping(inside, true) : Grouping.NONE;
        if (!walk.takeIf("(", Piece.Role.BRACKET)) {
            walk.missing();
            return Carried.NOTHING;
        }
        inside.set(grammar.arguments(callable));
        if (grouping == Grouping.NONE && (callable.aggregation() || isGrouping())) {
            grouping = grouping(inside, false);
        }
        if (grouping.keeps) {
            return new Carried(List.of(), grouping.labels);
        }
        boolean all = !callable.aggregation() || grouping != Grouping.NONE || keepsLabels(callable);
        return all ? inside.get() : Carried.NOTHING;
    }

    /** topk and its like return series as they are. */
    private static boolean keepsLabels(Callable callable) {
        return callable.name().endsWith("topk")
                || callable.name().endsWith("bottomk")
                || callable.name().startsWith("limit");
    }

    private boolean isGrouping() {
        return walk.isWord("by") || walk.isWord("without");
    }

    private Grouping grouping(AtomicReference<Carried> inside, boolean before) {
        if (before) {
            walk.may(() -> new Place.Words(Stream.concat(Stream.of(Operators.OPEN), Operators.GROUPING.stream())
                    .toList()));
        } else {
            walk.may(Operators.GROUPING);
        }
        if (!isGrouping()) {
            return Grouping.NONE;
        }
        boolean by = walk.isWord("by");
        walk.take(Piece.Role.KEYWORD);
        List<String> labels = new LabelList(walk).read(inside::get);
        if (before) {
            walk.may(List.of(Operators.OPEN));
        }
        return new Grouping(by, labels);
    }

    /** What a grouping says: whether it keeps these labels alone. */
    private record Grouping(boolean keeps, List<String> labels) {
        static final Grouping NONE = new Grouping(false, List.of());
    }
}
