package dev.monsh.ql;

import java.util.List;
import java.util.stream.Collectors;

/** What may stand at a place of an expression. The grammar says so; what exists of it only a server knows. */
public sealed interface Place {

    /**
     * The beginning of an expression: a metric, a function, an aggregation.
     *
     * @param wanted what the surrounding call takes
     * @param words functions and aggregations
     * @param metrics whether the name of a metric can stand there
     */
    record Operand(Argument wanted, List<Word> words, boolean metrics) implements Place {
        @Override
        public String toString() {
            return switch (wanted) {
                case COUNTER -> "range of counters";
                case RANGE -> "range operand";
                case SCALAR -> "scalar operand";
                case LOG_RANGE -> "log range";
                default -> metrics ? "operand" : "log operand";
            };
        }
    }

    /** The name of a label between the braces of a selector, whose other matchers are known. */
    record LabelName(Selector selector, boolean closesMatcher) implements Place {
        @Override
        public String toString() {
            return "label of " + selector;
        }
    }

    /** A name in quotes between the braces of a selector: a metric or a label that isn't an identifier. */
    record QuotedName(Selector selector) implements Place {
        @Override
        public String toString() {
            return "quoted name of " + selector;
        }
    }

    /**
     * The value of a label.
     *
     * @param selector the other matchers
     * @param quote the quote that is open; a blank where the value has not begun
     * @param pattern whether a regex is wanted
     */
    record LabelValue(String label, Selector selector, char quote, boolean pattern) implements Place {
        @Override
        public String toString() {
            return "value of " + label + " in " + selector + (pattern ? " as regex" : "")
                    + (quote == ' ' ? " unquoted" : "");
        }
    }

    /** A label of a grouping or of vector matching: {@code by (…)}, {@code on (…)}. */
    record GroupingLabel(Carried of, List<String> used) implements Place {
        @Override
        public String toString() {
            return "grouping label of " + of + (used.isEmpty() ? "" : " without " + String.join(",", used));
        }
    }

    /** A string that names a label of the expression at hand, as in {@code label_replace}. */
    record LabelText(Carried of, char quote) implements Place {
        @Override
        public String toString() {
            return "label text of " + of + (quote == ' ' ? " unquoted" : "");
        }
    }

    /** A duration. */
    record DurationValue(Use use) implements Place {

        /** What the duration is for. */
        public enum Use {
            RANGE,
            RESOLUTION,
            OFFSET
        }

        @Override
        public String toString() {
            return switch (use) {
                case RANGE -> "duration of a range";
                case RESOLUTION -> "duration of a resolution";
                case OFFSET -> "duration of an offset";
            };
        }
    }

    /** The time of an {@code @} modifier. */
    record AtTime() implements Place {
        @Override
        public String toString() {
            return "time";
        }
    }

    /** A number; the words are usual ones. */
    record NumberValue(List<Word> usual) implements Place {
        @Override
        public String toString() {
            return "number";
        }
    }

    /** Words of the grammar: operators, modifiers, keywords, brackets. */
    record Words(List<Word> words) implements Place {
        @Override
        public String toString() {
            return words.stream().map(Word::toString).collect(Collectors.joining(" "));
        }
    }

    /**
     * The name of a label or of a field of log lines, behind a pipe.
     *
     * @param query the log query so far, without this stage
     * @param parsed whether a parser stands before
     * @param use what for
     */
    record Field(Selector query, boolean parsed, Part use) implements Place {

        /** What the field is for. */
        public enum Part {
            FILTER,
            UNWRAP,
            NAME
        }

        @Override
        public String toString() {
            String what =
                    use == Part.UNWRAP ? "number field of " : use == Part.FILTER ? "filter field of " : "field of ";
            return what + query + (parsed ? " parsed" : "");
        }
    }

    /** Text that nobody knows beforehand. */
    record FreeText(String what) implements Place {
        @Override
        public String toString() {
            return what;
        }
    }
}
