package dev.monsh.adapter.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a mapping with those that {@code <<} merges in, as Go's yaml.v2 sets them: in the order of the file, a
 * later value in the place of an earlier one, and of several merged mappings the first last.
 */
public final class MergedEntries {

    private static final String MERGE = "<<";

    private MergedEntries() {}

    /** Returns the entries, each key once; keys that are not text are left out. */
    public static List<YamlNode.Entry> of(YamlNode.Mapping mapping) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        add(mapping, entries);
        return List.copyOf(entries.values());
    }

    private static void add(YamlNode.Mapping mapping, Map<String, YamlNode.Entry> entries) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                merge(entry.value().resolved(), entries);
            } else if (entry.key().resolved() instanceof YamlNode.Scalar key) {
                entries.put(key.value(), entry);
            }
        }
    }

    private static void merge(YamlNode value, Map<String, YamlNode.Entry> entries) {
        if (value instanceof YamlNode.Mapping mapping) {
            add(mapping, entries);
        } else if (value instanceof YamlNode.Sequence sequence) {
            List<YamlNode> items = new ArrayList<>(sequence.items());
            items.reversed().forEach(item -> {
                if (item.resolved() instanceof YamlNode.Mapping mapping) {
                    add(mapping, entries);
                }
            });
        }
    }

    private static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.style() == YamlNode.Style.PLAIN
                && scalar.value().equals(MERGE);
    }
}
