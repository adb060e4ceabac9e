package dev.monsh.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels of a series, the metric's name among them as {@code __name__}, in the order of their names. */
public record Labels(SortedMap<String, String> values) {

    /** The label that holds the metric's name. */
    public static final String NAME = "__name__";

    public Labels {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns the labels of a map. */
    public static Labels of(Map<String, String> values) {
        return new Labels(new TreeMap<>(values));
    }

    /** Returns a label's value; empty when it is not there, which to Prometheus is the same. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Returns the series as PromQL writes it: {@code up{job="x"}}, {@code {"my.metric",a="b"}} for names that are not
     * identifiers (Prometheus 3), {@code {}} for no labels.
     */
    public String selector() {
        StringBuilder text = new StringBuilder();
        String name = get(NAME);
        boolean plainName = isIdentifier(name, true);
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
                        .append(isIdentifier(label, false) ? label : quoted(label))
                        .append('=')
                        .append(quoted(value));
            }
        });
        if (!inside.isEmpty() || text.isEmpty()) {
            text.append('{').append(inside).append('}');
        }
        return text.toString();
    }

    private static boolean isIdentifier(String name, boolean colons) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (colons && c == ':');
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
