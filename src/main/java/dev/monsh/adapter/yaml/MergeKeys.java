package dev.monsh.adapter.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entries of a mapping with those that {@code <<} brings in (yaml.org, "Merge Key Language-Independent Type"). */
final class MergeKeys {

    private MergeKeys() {}

    /** Returns the mapping's own entries, then those merged that it does not have; of several mappings the first counts. */
    static List<YamlNode.Entry> entries(YamlNode.Mapping mapping) {
        if (mapping.entries().stream().noneMatch(entry -> isMerge(entry.key()))) {
            return mapping.entries();
        }
        List<YamlNode.Entry> all = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!isMerge(entry.key())) {
                all.add(entry);
                keys.add(key(entry));
            }
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                merged(entry.value()).stream()
                        .filter(each -> keys.add(key(each)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static List<YamlNode.Entry> merged(YamlNode value) {
        if (value.resolved() instanceof YamlNode.Mapping mapping) {
            return entries(mapping);
        }
        return value.resolved() instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .flatMap(item -> merged(item).stream())
                        .toList()
                : List.of();
    }

    private static String key(YamlNode.Entry entry) {
        return entry.key().resolved() instanceof YamlNode.Scalar scalar
                ? scalar.value()
                : entry.key().toString();
    }

    /** Returns whether a key is {@code <<} without quotes. */
    static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.style() == YamlNode.Style.PLAIN
                && scalar.value().equals("<<");
    }
}
