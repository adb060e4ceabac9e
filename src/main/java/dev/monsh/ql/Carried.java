package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which labels the series of an expression can have.
 *
 * @param selectors those whose series still have all their labels
 * @param names further labels that are known by name: an aggregation leaves only those that it groups by
 */
public record Carried(List<Selector> selectors, List<String> names) {

    /** No labels. */
    public static final Carried NOTHING = new Carried(List.of(), List.of());

    public Carried {
        selectors = List.copyOf(selectors);
        names = List.copyOf(names);
    }

    /** Returns the labels of what a selector selects. */
    public static Carried of(Selector selector) {
        return new Carried(List.of(selector), List.of());
    }

    /** Returns these labels and others. */
    public Carried and(Carried other) {
        List<Selector> all = new ArrayList<>(selectors);
        other.selectors.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new Carried(
                all,
                Stream.concat(names.stream(), other.names.stream()).distinct().toList());
    }

    @Override
    public String toString() {
        return Stream.concat(
                        selectors.stream().map(Selector::toString),
                        names.isEmpty() ? Stream.of() : Stream.of(String.join("+", names)))
                .reduce((a, b) -> a + " and " + b)
                .orElse("nothing");
    }
}
