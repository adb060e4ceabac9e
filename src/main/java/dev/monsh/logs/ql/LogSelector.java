package dev.monsh.logs.ql;

import dev.monsh.labels.Labels;
import java.util.List;

/**
 * The part of LogQL that needs no server: a stream selector and line filters.
 *
 * @param matchers all have to fit
 * @param filters all have to let the line pass
 */
public record LogSelector(List<LabelMatcher> matchers, List<LineMatcher> filters) {

    public LogSelector {
        matchers = List.copyOf(matchers);
        filters = List.copyOf(filters);
    }

    /**
     * Reads an expression.
     *
     * @throws dev.monsh.failure.RejectedException naming {@code LogQL:LINE:COLUMN}, when it is no selector with line
     *     filters
     */
    public static LogSelector parse(String expression) {
        return new LogSelectorParser(expression).parse();
    }

    /** Returns whether the stream is selected. */
    public boolean selects(Labels labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /** Returns whether the line passes the filters. */
    public boolean passes(String line) {
        return filters.stream().allMatch(filter -> filter.matches(line));
    }
}
