package dev.monsh.logs.ql;

import com.google.re2j.PatternSyntaxException;
import dev.monsh.failure.RejectedException;
import java.util.ArrayList;
import java.util.List;

/** Reads a stream selector and line filters; every other stage is refused by its name. */
final class LogSelectorParser {

    private final LogQlScanner scanner;
    private final List<LabelMatcher> matchers = new ArrayList<>();
    private final List<LineMatcher> filters = new ArrayList<>();

    LogSelectorParser(String expression) {
        this.scanner = new LogQlScanner(expression);
    }

    LogSelector parse() {
        int start = scanner.position();
        if (!scanner.take("{")) {
            throw fault("expected a selector like {service=\"a\"}; anything else requires Loki");
        }
        boolean open = !scanner.take("}");
        while (open) {
            matcher();
            boolean comma = scanner.take(",");
            open = !scanner.take("}");
            if (open && !comma) {
                throw fault("expected } or ,");
            }
        }
        if (matchers.stream().allMatch(LabelMatcher::takesEmpty)) {
            // Loki's own rule, and its words
            throw scanner.fault(
                    start,
                    "queries require at least one regexp or equality matcher"
                            + " that does not have an empty-compatible value");
        }
        while (!scanner.atEnd()) {
            filter();
        }
        return new LogSelector(matchers, filters);
    }

    private void matcher() {
        String name = scanner.name();
        if (name.isEmpty()) {
            throw fault("expected a label name");
        }
        // the longer operators begin like the shorter ones
        LabelMatcher.Operator operator = scanner.take("=~")
                ? LabelMatcher.Operator.MATCHES
                : scanner.take("!~")
                        ? LabelMatcher.Operator.DOES_NOT_MATCH
                        : scanner.take("!=")
                                ? LabelMatcher.Operator.NOT_EQUAL
                                : scanner.take("=") ? LabelMatcher.Operator.EQUAL : none();
        int at = next();
        String value = scanner.string(operator.toString());
        try {
            matchers.add(LabelMatcher.of(name, operator, value));
        } catch (PatternSyntaxException e) {
            throw scanner.fault(at, e.getDescription() + ": " + e.getPattern());
        }
    }

    private LabelMatcher.Operator none() {
        throw fault("expected =, !=, =~ or !~");
    }

    private void filter() {
        LineMatcher.Operator operator = operator();
        List<String> values = new ArrayList<>();
        int at = next();
        do {
            if (scanner.take("ip(")) {
                throw scanner.fault(at, "the line filter ip(…) requires Loki; files support |= != |~ !~");
            }
            values.add(scanner.string(operator.toString()));
        } while (scanner.take("or"));
        try {
            filters.add(LineMatcher.of(operator, values));
        } catch (PatternSyntaxException e) {
            throw scanner.fault(at, e.getDescription() + ": " + e.getPattern());
        }
    }

    private LineMatcher.Operator operator() {
        for (LineMatcher.Operator operator : LineMatcher.Operator.values()) {
            if (scanner.take(operator.toString())) {
                return operator;
            }
        }
        int at = next();
        if (scanner.take("|>") || scanner.take("!>")) {
            throw refused(at, "pattern filter");
        }
        if (scanner.take("|")) {
            String stage = scanner.name();
            throw refused(at, stage.isEmpty() ? "stage" : "stage " + stage);
        }
        throw scanner.fault(at, "expected a line filter: |= != |~ !~");
    }

    private RejectedException refused(int at, String what) {
        return scanner.fault(at, "the " + what + " requires Loki; files support only the line filters |= != |~ !~");
    }

    /** Returns where the next token begins. */
    private int next() {
        scanner.atEnd();
        return scanner.position();
    }

    private RejectedException fault(String message) {
        return scanner.fault(next(), message);
    }
}
