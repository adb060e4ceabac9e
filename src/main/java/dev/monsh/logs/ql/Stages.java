package dev.monsh.logs.ql;

import dev.monsh.ql.Word;
import java.util.List;

/** The words of LogQL's pipelines. */
final class Stages {

    static final List<String> LINE_FILTERS = List.of("|=", "!=", "|~", "!~", "|>", "!>");

    static final List<String> COMPARISONS = List.of("=", "==", "!=", "=~", "!~", ">", ">=", "<", "<=");

    /** After a selector or a stage: the usual ones first. */
    static final List<Word> WITH_PIPE = List.of(
            new Word("|= \"", "|=", "lines that contain a text"),
            new Word("!= \"", "!=", "lines that do not contain a text"),
            new Word("|~ \"", "|~", "lines that match a regex"),
            new Word("!~ \"", "!~", "lines that do not match a regex"),
            Word.of("| json ", "fields of JSON lines"),
            Word.of("| logfmt ", "fields of key=value lines"),
            new Word("| pattern \"", "| pattern", "fields by a pattern: \"<ip> - <_>\""),
            new Word("| regexp \"", "| regexp", "fields by a regex with named groups"),
            Word.of("| unwrap ", "use a field's number as the value"),
            new Word("| line_format \"", "| line_format", "rewrite the line with a template"),
            Word.of("| label_format ", "rename or set labels"),
            Word.of("| drop ", "drop labels"),
            Word.of("| keep ", "keep only these labels"),
            Word.of("| unpack ", "unpack what Promtail packed"),
            Word.of("| decolorize ", "remove colour codes"),
            new Word("|> \"", "|>", "lines that match a pattern"),
            new Word("!> \"", "!>", "lines that do not match a pattern"));

    /** After a pipe. */
    static final List<Word> AFTER_PIPE = WITH_PIPE.stream()
            .filter(word -> word.text().startsWith("| "))
            .map(word -> new Word(word.text().substring(2), word.shown().substring(2), word.help()))
            .toList();

    static final List<Word> CONVERSIONS = List.of(
            new Word("duration(", "duration", "seconds of a duration such as 1m30s"),
            new Word("duration_seconds(", "duration_seconds", "the same as duration"),
            new Word("bytes(", "bytes", "bytes of a size such as 5 MiB"));

    static final List<Word> COMPARISON_WORDS = List.of(
            new Word("=\"", "=", "is"),
            new Word("=~\"", "=~", "matches the whole regex"),
            new Word("!=\"", "!=", "is not"),
            new Word("!~\"", "!~", "does not match the regex"),
            Word.of("> ", "is greater"),
            Word.of(">= ", "is greater or equal"),
            Word.of("< ", "is less"),
            Word.of("<= ", "is less or equal"),
            Word.of("== ", "is equal"));

    static final List<Word> JOINS = List.of(Word.of("and ", ""), Word.of("or ", ""));

    static final Word RANGE = new Word("[", "[", "a range: [5m]");
    static final Word CLOSE_RANGE = new Word("]", "]", "");
    static final Word OFFSET = Word.of("offset ", "shift back in time");

    private Stages() {}
}
