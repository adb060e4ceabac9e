package dev.monsh.logs;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels that name a stream, sorted by name. Equal labels are the same stream. */
public final class Labels implements Comparable<Labels> {

    private static final Labels NONE = new Labels(new TreeMap<>());

    private final SortedMap<String, String> values;
    private final int hash;

    private Labels(SortedMap<String, String> values) {
        this.values = values;
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

    /** Returns the value, or an empty text: in LogQL a label that is missing equals one that is empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns names and values, sorted by name; not to be changed. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableSortedMap(values);
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
        values.forEach((name, value) -> {
            text.append(text.length() > 1 ? ", " : "").append(name).append('=');
            LogQlText.quote(value, text);
        });
        return text.append('}').toString();
    }
}
