package dev.monsh.labels;

import dev.monsh.ql.QuotedText;
import dev.monsh.ql.Selector;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels that name a series or a stream, in the order of their names. Equal labels are the same series or stream; a
 * metric's name is the label {@code __name__}.
 */
public final class Labels implements Comparable<Labels> {

    /** The label that holds the metric's name. */
    public static final String NAME = "__name__";

    private static final Labels NONE = new Labels(new TreeMap<>());

    private final SortedMap<String, String> values;
    private final int hash;

    private Labels(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
        this.hash = values.hashCode();
    }

    /** Returns labels with these names and values. */
    public static Labels of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Labels(new TreeMap<>(values));
    }

    /** Returns no labels at all. */
    public static Labels none() {
        return NONE;
    }

    /** Returns the value, or an empty text: to Prometheus and Loki a label that is missing equals one that is empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns names and values, sorted by name; not to be changed. */
    public SortedMap<String, String> values() {
        return values;
    }

    @Override
    public int compareTo(Labels other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && hash == labels.hash && values.equals(labels.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns the labels as a LogQL selector: {@code {filename="/a.log", service="x"}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((name, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(name)
                .append('=')
                .append(QuotedText.quoted(value)));
        return text.append('}').toString();
    }

    /**
     * Returns the series as PromQL writes it: {@code up{job="x"}}, {@code {"my.metric",a="b"}} for names that are not
     * identifiers (Prometheus 3), {@code {}} for no labels.
     */
    public String selector() {
        StringBuilder text = new StringBuilder();
        String name = get(NAME);
        boolean plainName = Selector.isPlain(name, true);
        if (plainName) {
            text.append(name);
        }
        StringBuilder inside = new StringBuilder();
        if (!name.isEmpty() && !plainName) {
            inside.append(quoted(name));
        }
        values.forEach((label, value) -> {
            if (!label.equals(NAME)) {
                inside.append(inside.isEmpty() ? "" : ",")
                        .append(Selector.isPlain(label, false) ? label : quoted(label))
                        .append('=')
                        .append(quoted(value));
            }
        });
        if (!inside.isEmpty() || text.isEmpty()) {
            text.append('{').append(inside).append('}');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
