package dev.monsh.logs.ql;

import com.google.re2j.Pattern;
import dev.monsh.labels.Labels;
import dev.monsh.ql.QuotedText;

/**
 * One matcher of a stream selector.
 *
 * @param value the text, or the regex: RE2, over the whole value
 */
public record LabelMatcher(String name, Operator operator, String value, Pattern pattern) {

    /** The four operators of LogQL. */
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCHES("=~"),
        DOES_NOT_MATCH("!~");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Makes a matcher.
     *
     * @throws com.google.re2j.PatternSyntaxException when the operator takes a regex and the value is none
     */
    public static LabelMatcher of(String name, Operator operator, String value) {
        boolean regex = operator == Operator.MATCHES || operator == Operator.DOES_NOT_MATCH;
        // as in Prometheus 3, from which Loki has its matchers, a dot takes a line break, too
        return new LabelMatcher(
                name, operator, value, Pattern.compile(regex ? value : Pattern.quote(value), Pattern.DOTALL));
    }

    /** Returns whether the value of the label fits; a missing label is an empty one. */
    public boolean matches(Labels labels) {
        return matchesValue(labels.get(name));
    }

    /** Returns whether a stream without the label would fit. */
    boolean takesEmpty() {
        return matchesValue("");
    }

    private boolean matchesValue(String actual) {
        return switch (operator) {
            case EQUAL -> actual.equals(value);
            case NOT_EQUAL -> !actual.equals(value);
            case MATCHES -> pattern.matches(actual);
            case DOES_NOT_MATCH -> !pattern.matches(actual);
        };
    }

    @Override
    public String toString() {
        return name + operator + QuotedText.quoted(value);
    }
}
