package dev.monsh.ql;

import java.util.List;
import java.util.stream.Stream;

/** The binary operators that PromQL and LogQL share, and what may follow them. */
final class Operators {

    static final List<String> COMPARISONS = List.of("==", "!=", ">", ">=", "<", "<=");

    private static final List<String> ALL = Stream.concat(
                    Stream.of("+", "-", "*", "/", "%", "^", "and", "or", "unless", "atan2"), COMPARISONS.stream())
            .toList();

    /** The usual ones first. */
    static final List<Word> WORDS = List.of(
            Word.of("/ ", "divide"),
            Word.of("* ", "multiply"),
            Word.of("+ ", "add"),
            Word.of("- ", "subtract"),
            Word.of("> ", "keep what is greater"),
            Word.of("< ", "keep what is less"),
            Word.of("== ", "keep what is equal"),
            Word.of("!= ", "keep what is not equal"),
            Word.of(">= ", "keep what is greater or equal"),
            Word.of("<= ", "keep what is less or equal"),
            Word.of("and ", "keep what the other side has, too"),
            Word.of("or ", "add what the left side lacks"),
            Word.of("unless ", "drop what the other side has"),
            Word.of("% ", "remainder"),
            Word.of("^ ", "power"));

    static final Word BOOL = Word.of("bool ", "give 0 or 1 instead of dropping");

    static final List<Word> MATCHING = List.of(
            new Word("on (", "on", "match by these labels only"),
            new Word("ignoring (", "ignoring", "match by all but these labels"));

    static final List<Word> JOINING = List.of(
            new Word("group_left (", "group_left", "many on the left to one on the right"),
            new Word("group_right (", "group_right", "one on the left to many on the right"));

    static final List<Word> GROUPING = List.of(
            new Word("by (", "by", "one result for each value of these labels"),
            new Word("without (", "without", "one result for each value of all other labels"));

    static final Word OPEN = new Word("(", "(", "");
    static final Word CLOSE = new Word(")", ")", "");
    static final Word COMMA = new Word(", ", ",", "");

    private Operators() {}

    static boolean isNext(TokenWalk walk) {
        return walk.isAny(ALL);
    }
}
