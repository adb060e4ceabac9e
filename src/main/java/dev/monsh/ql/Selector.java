package dev.monsh.ql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a selector: of series, or of log streams.
 *
 * @param metric the name of the metric; empty where none is given
 * @param matchers those that are complete
 */
public record Selector(String metric, List<Matcher> matchers) {

    /** Selects everything. */
    public static final Selector ALL = new Selector("", List.of());

    public Selector {
        matchers = List.copyOf(matchers);
    }

    /** Tells whether it narrows nothing, which a server would refuse. */
    public boolean isEmpty() {
        return metric.isEmpty() && matchers.isEmpty();
    }

    /** Returns the selector as its language writes it: {@code up{job="x"}}, {@code {"my.metric"}}. */
    @Override
    public String toString() {
        boolean plain = isPlain(metric, true);
        String inside = Stream.concat(
                        metric.isEmpty() || plain ? Stream.of() : Stream.of(QuotedText.quoted(metric)),
                        matchers.stream().map(Matcher::toString))
                .collect(Collectors.joining(","));
        return (plain ? metric : "") + (inside.isEmpty() && plain ? "" : "{" + inside + "}");
    }

    /** Returns a label's name as it is written: in quotes where it isn't an identifier (Prometheus 3). */
    public static String name(String label) {
        return isPlain(label, false) ? label : QuotedText.quoted(label);
    }

    /** Tells whether a name can be written without quotes. */
    public static boolean isPlain(String name, boolean colons) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (colons && c == ':');
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
