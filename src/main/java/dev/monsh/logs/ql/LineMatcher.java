package dev.monsh.logs.ql;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * One line filter.
 *
 * @param values what is looked for, of which one is enough: texts, or regexes (RE2) found anywhere in the line
 */
public record LineMatcher(Operator operator, List<String> values, List<Pattern> patterns) {

    /** The four operators of LogQL. */
    public enum Operator {
        CONTAINS("|="),
        DOES_NOT_CONTAIN("!="),
        MATCHES("|~"),
        DOES_NOT_MATCH("!~");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        boolean takesRegex() {
            return this == MATCHES || this == DOES_NOT_MATCH;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Makes a filter.
     *
     * @throws com.google.re2j.PatternSyntaxException when the operator takes regexes and a value is none
     */
    public static LineMatcher of(Operator operator, List<String> values) {
        List<Pattern> patterns =
                operator.takesRegex() ? values.stream().map(Pattern::compile).toList() : List.of();
        return new LineMatcher(operator, List.copyOf(values), patterns);
    }

    /** Returns whether the line passes. */
    public boolean matches(String line) {
        return switch (operator) {
            case CONTAINS -> values.stream().anyMatch(line::contains);
            case DOES_NOT_CONTAIN -> values.stream().noneMatch(line::contains);
            case MATCHES ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
            case DOES_NOT_MATCH ->
                patterns.stream().noneMatch(pattern -> pattern.matcher(line).find());
        };
    }
}
