package dev.monsh.testing;

import dev.monsh.logs.LogLine;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little LogQL that the stand-in knows: a selector, {@code |= "text"}, and label filters with {@code =}. */
final class StandInExpression {

    private static final Pattern SELECTOR = Pattern.compile("^\\s*\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CONTAINS = Pattern.compile("\\|=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private StandInExpression() {}

    /** Returns whether the expression asks for numbers. */
    static boolean isMetric(String expression) {
        return !expression.stripLeading().startsWith("{");
    }

    /** Returns which lines it selects, or throws with Loki's text when it is no expression. */
    static Predicate<LogLine> parse(String expression) {
        Matcher selector = SELECTOR.matcher(expression);
        if (!selector.find()) {
            throw new IllegalArgumentException("parse error at line 1, col " + (expression.length() + 1)
                    + ": syntax error: unexpected $end, expecting } or ,");
        }
        Predicate<LogLine> all = matchers(selector.group(1));
        String pipeline = expression.substring(selector.end());
        Matcher contains = CONTAINS.matcher(pipeline);
        while (contains.find()) {
            String text = contains.group(1);
            all = all.and(line -> line.line().contains(text));
        }
        return all.and(matchers(pipeline.replaceAll(CONTAINS.pattern(), "")));
    }

    private static Predicate<LogLine> matchers(String text) {
        Predicate<LogLine> all = line -> true;
        Matcher matcher = MATCHER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            String operator = matcher.group(2);
            String value = matcher.group(3).replaceAll("\\\\(.)", "$1");
            all = all.and(line -> matches(line.labels().get(name), operator, value));
        }
        return all;
    }

    private static boolean matches(String actual, String operator, String value) {
        return switch (operator) {
            case "=" -> actual.equals(value);
            case "!=" -> !actual.equals(value);
            case "=~" -> actual.matches(value);
            default -> !actual.matches(value);
        };
    }
}
