package dev.monsh.logs.ql;

import dev.monsh.ql.Piece;
import dev.monsh.ql.Place;
import dev.monsh.ql.Selector;
import dev.monsh.ql.Token;
import dev.monsh.ql.TokenWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what follows a stream selector: line filters, stages, and in a metric query the range. */
final class Pipeline {

    private final TokenWalk walk;
    private final Selector selector;
    private final boolean metric;
    private final List<String> fields = new ArrayList<>();
    private boolean parsed;
    private boolean ranged;

    /**
     * Prepares.
     *
     * @param metric whether a range is wanted
     */
    Pipeline(TokenWalk walk, Selector selector, boolean metric) {
        this.walk = walk;
        this.selector = selector;
        this.metric = metric;
    }

    /** Returns the fields that the pipeline itself names. */
    List<String> fields() {
        return fields;
    }

    void read() {
        while (true) {
            if (metric && !ranged) {
                walk.may(List.of(Stages.RANGE));
            }
            // stages may follow a range, but nobody writes them there
            walk.may(ranged ? List.of() : Stages.WITH_PIPE);
            if (walk.isAny(Stages.LINE_FILTERS)) {
                lineFilter();
            } else if (walk.is("|")) {
                walk.take(Piece.Role.OPERATOR);
                stage();
            } else if (metric && walk.is("[")) {
                range();
            } else if (walk.peek().kind() == Token.Kind.ODD && walk.is("!")) {
                walk.skip("expected != or !~");
            } else {
                return;
            }
        }
    }

    private void lineFilter() {
        walk.take(Piece.Role.OPERATOR);
        do {
            text("text of the line");
            walk.mayAlso(List.of(Stages.JOINS.getLast()));
        } while (walk.takeIf("or", Piece.Role.KEYWORD));
    }

    private void text(String what) {
        walk.may(() -> new Place.FreeText(what));
        if (walk.isWord("ip")) {
            call();
        } else if (walk.peek().isString()) {
            walk.take(Piece.Role.STRING);
        } else {
            walk.missing();
            if (!walk.is("|") && !walk.is("[") && !walk.is(")")) {
                walk.skip("expected text in quotes or backticks");
            }
        }
    }

    /** Reads {@code ip("…")} or {@code duration(field)}. */
    private void call() {
        walk.take(Piece.Role.FUNCTION);
        if (walk.takeIf("(", Piece.Role.BRACKET)) {
            if (walk.isName() || walk.peek().isString()) {
                walk.take(walk.isName() ? Piece.Role.LABEL : Piece.Role.STRING);
            }
            walk.takeIf(")", Piece.Role.BRACKET);
        }
    }

    private void range() {
        walk.take(Piece.Role.BRACKET);
        ranged = true;
        duration(Place.DurationValue.Use.RANGE);
        walk.mayAlso(List.of(Stages.CLOSE_RANGE));
        while (!walk.takeIf("]", Piece.Role.BRACKET)) {
            walk.missing();
            if (walk.atEnd() || walk.is(")")) {
                return;
            }
            walk.skip("expected ]");
        }
        walk.mayAlso(List.of(Stages.OFFSET));
        if (walk.isWord("offset")) {
            walk.take(Piece.Role.KEYWORD);
            duration(Place.DurationValue.Use.OFFSET);
        }
    }

    private void duration(Place.DurationValue.Use use) {
        walk.may(() -> new Place.DurationValue(use));
        Token.Kind kind = walk.peek().kind();
        if (kind == Token.Kind.DURATION || kind == Token.Kind.NUMBER || (walk.atCursor() && kind == Token.Kind.ODD)) {
            walk.take(Piece.Role.DURATION);
        } else {
            walk.missing();
        }
    }

    private void stage() {
        walk.may(Stages.AFTER_PIPE);
        walk.mayAlso(() -> field(Place.Field.Part.FILTER));
        String word = walk.peek(1).kind() == Token.Kind.OPERATOR
                        && Stages.COMPARISONS.contains(walk.peek(1).text())
                ? ""
                : walk.peek().text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "json", "logfmt" -> parser();
            case "unpack", "decolorize" -> {
                parsed |= word.equals("unpack");
                walk.take(Piece.Role.KEYWORD);
            }
            case "pattern", "regexp" -> {
                walk.take(Piece.Role.KEYWORD);
                parsed = true;
                text(word.equals("pattern") ? "pattern" : "regex");
            }
            case "line_format" -> {
                walk.take(Piece.Role.KEYWORD);
                text("template");
            }
            case "label_format", "drop", "keep" -> assignments(Place.Field.Part.NAME);
            case "unwrap" -> unwrap();
            default -> filter();
        }
    }

    private Place field(Place.Field.Part use) {
        return new Place.Field(selector, parsed, use);
    }

    private void parser() {
        walk.take(Piece.Role.KEYWORD);
        parsed = true;
        while (walk.is("-")) {
            walk.take(Piece.Role.OPERATOR);
            if (walk.isName()) {
                walk.take(Piece.Role.KEYWORD);
            }
        }
        if (walk.isName()) {
            list();
        }
    }

    private void assignments(Place.Field.Part use) {
        walk.take(Piece.Role.KEYWORD);
        walk.may(() -> field(use));
        list();
    }

    /** Reads names, or names with a value each, separated by commas. */
    private void list() {
        do {
            walk.may(() -> field(Place.Field.Part.NAME));
            if (!walk.isName()) {
                walk.missing();
                return;
            }
            fields.add(walk.take(Piece.Role.LABEL).text());
            if (walk.isAny(Stages.COMPARISONS)) {
                walk.take(Piece.Role.OPERATOR);
                walk.may(() -> field(Place.Field.Part.NAME));
                if (walk.peek().isString() || walk.isName()) {
                    walk.take(walk.isName() ? Piece.Role.LABEL : Piece.Role.STRING);
                } else {
                    walk.missing();
                }
            }
        } while (walk.takeIf(",", Piece.Role.BRACKET));
    }

    private void unwrap() {
        walk.take(Piece.Role.KEYWORD);
        walk.may(() -> field(Place.Field.Part.UNWRAP));
        walk.mayAlso(Stages.CONVERSIONS);
        if (walk.isName() && walk.peek(1).is("(")) {
            walk.take(Piece.Role.FUNCTION);
            walk.take(Piece.Role.BRACKET);
            walk.may(() -> field(Place.Field.Part.UNWRAP));
            if (walk.isName()) {
                walk.take(Piece.Role.LABEL);
            }
            if (!walk.takeIf(")", Piece.Role.BRACKET)) {
                walk.missing();
            }
        } else if (walk.isName()) {
            walk.take(Piece.Role.LABEL);
        } else {
            walk.missing();
        }
    }

    /** Reads a label filter: comparisons joined by words or commas, with brackets. */
    private void filter() {
        int open = 0;
        while (true) {
            while (walk.takeIf("(", Piece.Role.BRACKET)) {
                open++;
                walk.may(() -> field(Place.Field.Part.FILTER));
            }
            comparison();
            while (open > 0 && walk.takeIf(")", Piece.Role.BRACKET)) {
                open--;
            }
            walk.mayAlso(Stages.JOINS);
            boolean joined = walk.takeIf("and", Piece.Role.KEYWORD)
                    || walk.takeIf("or", Piece.Role.KEYWORD)
                    || walk.takeIf(",", Piece.Role.BRACKET);
            if (!joined) {
                return;
            }
            walk.may(() -> field(Place.Field.Part.FILTER));
        }
    }

    private void comparison() {
        if (!walk.isName()) {
            walk.missing();
            if (!walk.atEnd() && !walk.is(")") && !walk.is("|") && !walk.is("[")) {
                walk.skip("expected a stage or a label name");
            }
            return;
        }
        String name = walk.take(Piece.Role.LABEL).text();
        walk.may(Stages.COMPARISON_WORDS);
        if (!walk.isAny(Stages.COMPARISONS)) {
            return;
        }
        String operator = walk.take(Piece.Role.OPERATOR).text();
        char quote = walk.quoteAtCursor();
        boolean text = List.of("=", "!=", "=~", "!~").contains(operator);
        walk.may(() -> text
                ? new Place.LabelValue(name, selector, quote, operator.endsWith("~"))
                : new Place.FreeText("number"));
        switch (walk.peek().kind()) {
            case STRING, OPEN_STRING -> walk.take(Piece.Role.STRING);
            case NUMBER, DURATION -> walk.take(Piece.Role.NUMBER);
            case NAME -> call();
            default -> walk.missing();
        }
    }
}
