package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the matchers of a selector between its braces. */
public final class Braces {

    private static final List<String> OPERATORS = List.of("=", "!=", "=~", "!~");

    private static final List<Word> OPERATOR_WORDS = List.of(
            new Word("=\"", "=", "is"),
            new Word("=~\"", "=~", "matches the whole regex"),
            new Word("!=\"", "!=", "is not"),
            new Word("!~\"", "!~", "does not match the regex"));

    private static final List<Word> AFTER = List.of(new Word("}", "}", ""), new Word(", ", ",", "another matcher"));

    private final TokenWalk walk;
    private final boolean quotedNames;
    private final List<Item> items = new ArrayList<>();
    private String metric;

    /** One matcher, as far as it is there. */
    private record Item(String name, String operator, String value, boolean whole) {}

    private Braces(TokenWalk walk, String metric, boolean quotedNames) {
        this.walk = walk;
        this.metric = metric;
        this.quotedNames = quotedNames;
    }

    /**
     * Reads from the opening brace on.
     *
     * @param metric the name before it; empty for none
     * @param quotedNames whether names may be in quotes, as in Prometheus 3
     */
    public static Selector read(TokenWalk walk, String metric, boolean quotedNames) {
        Braces braces = new Braces(walk, metric, quotedNames);
        braces.all();
        return braces.without(-1);
    }

    private void all() {
        walk.take(Piece.Role.BRACKET);
        while (!walk.atEnd()) {
            int index = items.size();
            boolean operatorFollows = OPERATORS.contains(walk.peek(1).text());
            if (walk.quoteAtCursor() == ' ') {
                walk.may(() -> new Place.LabelName(without(index), !operatorFollows));
                walk.mayAlso(items.isEmpty() ? List.of(AFTER.getFirst()) : List.of());
            } else if (quotedNames) {
                walk.may(() -> new Place.QuotedName(without(index)));
            }
            if (walk.takeIf("}", Piece.Role.BRACKET)) {
                return;
            }
            if (walk.isName() || (quotedNames && walk.peek().isString())) {
                item();
                walk.mayAlso(AFTER);
            }
            if (walk.takeIf("}", Piece.Role.BRACKET)) {
                return;
            }
            if (walk.atEnd() || endsEarly()) {
                walk.missing();
                return;
            }
            if (!walk.takeIf(",", Piece.Role.BRACKET)) {
                walk.skip("expected , or }");
            }
        }
        int index = items.size();
        walk.may(() -> new Place.LabelName(without(index), true));
        walk.mayAlso(items.isEmpty() ? List.of(AFTER.getFirst()) : List.of());
        walk.missing();
    }

    /** A brace that was forgotten ends where only the surroundings can go on. */
    private boolean endsEarly() {
        return walk.is(")") || walk.is("[") || walk.is("]");
    }

    private void item() {
        boolean typed = walk.atCursor();
        Token name = walk.take(walk.isName() ? Piece.Role.LABEL : Piece.Role.METRIC);
        if (name.isString()) {
            walk.may(AFTER);
        }
        walk.may(OPERATOR_WORDS);
        if (!walk.isAny(OPERATORS)) {
            if (name.isString()) {
                metric = typed ? metric : name.value();
            } else if (!walk.atEnd() && !typed && !walk.atCursor()) {
                walk.fault(name, "expected =, !=, =~ or !~ after " + name.text());
            }
            if (walk.peek().kind() == Token.Kind.ODD) {
                walk.skip("expected =, !=, =~ or !~");
            }
            return;
        }
        String operator = walk.take(Piece.Role.OPERATOR).text();
        int index = items.size();
        char quote = walk.quoteAtCursor();
        boolean pattern = operator.endsWith("~");
        walk.may(() -> new Place.LabelValue(name.value(), without(index), quote, pattern));
        if (walk.peek().isString()) {
            boolean whole = !walk.atCursor() && walk.peek().kind() == Token.Kind.STRING;
            items.add(new Item(
                    name.value(), operator, walk.take(Piece.Role.STRING).value(), whole));
        } else {
            items.add(new Item(name.value(), operator, "", false));
            walk.missing();
        }
    }

    /** Returns the selector without the matcher that is being typed. */
    private Selector without(int index) {
        List<Matcher> matchers = new ArrayList<>();
        String name = metric;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (i == index || !item.whole()) {
                continue;
            }
            if (item.name().equals("__name__") && item.operator().equals("=") && name.isEmpty()) {
                name = item.value();
            } else {
                matchers.add(new Matcher(item.name(), item.operator(), item.value()));
            }
        }
        return new Selector(name, matchers.stream().distinct().collect(Collectors.toList()));
    }
}
