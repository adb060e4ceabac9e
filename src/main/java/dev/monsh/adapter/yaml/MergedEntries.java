package dev.monsh.adapter.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The entries of a mapping with those that {@code <<} merges in. The one place where merge keys mean something. No mapping
 * is walked through twice, so that a file cannot grow by merging the same one again and again.
 */
public final class MergedEntries {

    private static final String MERGE = "<<";

    /** Which value counts where a key has several. */
    public enum Order {
        /**
         * That of Go's yaml.v2, which Prometheus, Loki and Promtail read with: set in the order of the file, a later value in
         * the place of an earlier one, and of several merged mappings the first last.
         */
        LAST,
        /**
         * That of YAML's own description of {@code <<}, which Docker Compose keeps to: the mapping's own, then that of the
         * first merged mapping.
         */
        FIRST
    }

    private final Consumer<YamlNode> faulty;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    private final Set<YamlNode.Mapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MergedEntries(Consumer<YamlNode> faulty) {
        this.faulty = faulty;
    }

    /** Returns the entries, each key once; keys that are not text, and merged values that are no mappings, are left out. */
    public static List<YamlNode.Entry> of(YamlNode.Mapping mapping, Order order) {
        return of(mapping, order, node -> {});
    }

    /** The same, which hands on the merged values that are no mappings. */
    public static List<YamlNode.Entry> of(YamlNode.Mapping mapping, Order order, Consumer<YamlNode> faulty) {
        MergedEntries merged = new MergedEntries(faulty);
        if (order == Order.FIRST) {
            merged.ownBefore(mapping);
            return List.copyOf(merged.entries.values());
        }
        merged.inOrder(mapping, false);
        List<String> keys = List.copyOf(merged.entries.keySet());
        merged.entries.clear();
        merged.seen.clear();
        merged.inOrder(mapping, true);
        List<YamlNode.Entry> all = new ArrayList<>();
        for (String key : keys) {
            YamlNode.Entry entry = merged.entries.get(key);
            if (entry != null) {
                all.add(entry);
            }
        }
        return all;
    }

    /** Returns whether a mapping merges others in. */
    public static boolean has(YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                return true;
            }
        }
        return false;
    }

    private void ownBefore(YamlNode.Mapping mapping) {
        if (!seen.add(mapping)) {
            return;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            own(entry);
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                for (YamlNode.Mapping each : merged(entry.value())) {
                    ownBefore(each);
                }
            }
        }
    }

    /** Sets what is set first, or, backwards, what is set last. */
    private void inOrder(YamlNode.Mapping mapping, boolean backwards) {
        if (!seen.add(mapping)) {
            return;
        }
        for (YamlNode.Entry entry : backwards ? mapping.entries().reversed() : mapping.entries()) {
            own(entry);
            if (isMerge(entry.key())) {
                List<YamlNode.Mapping> others = merged(entry.value());
                for (YamlNode.Mapping each : backwards ? others : others.reversed()) {
                    inOrder(each, backwards);
                }
            }
        }
    }

    private void own(YamlNode.Entry entry) {
        if (!isMerge(entry.key()) && entry.key().resolved() instanceof YamlNode.Scalar key) {
            entries.putIfAbsent(key.value(), entry);
        }
    }

    private List<YamlNode.Mapping> merged(YamlNode value) {
        List<YamlNode.Mapping> mappings = new ArrayList<>();
        List<YamlNode> items =
                value.resolved() instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value);
        for (YamlNode item : items) {
            if (item.resolved() instanceof YamlNode.Mapping mapping) {
                mappings.add(mapping);
            } else {
                faulty.accept(item);
            }
        }
        return mappings;
    }

    private static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.style() == YamlNode.Style.PLAIN
                && scalar.value().equals(MERGE);
    }
}
