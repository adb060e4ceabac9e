package dev.monsh.adapter.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aliases of a document, in the order of the file. */
public record YamlAliases(List<YamlNode.Alias> aliases) {

    public static YamlAliases of(YamlNode root) {
        List<YamlNode.Alias> found = new ArrayList<>();
        collect(root, found);
        return new YamlAliases(found);
    }

    private static void collect(YamlNode node, List<YamlNode.Alias> found) {
        switch (node) {
            case YamlNode.Alias alias -> found.add(alias);
            case YamlNode.Sequence sequence -> sequence.items().forEach(each -> collect(each, found));
            case YamlNode.Mapping mapping -> {
                for (YamlNode.Entry entry : mapping.entries()) {
                    collect(entry.key(), found);
                    collect(entry.value(), found);
                }
            }
            case YamlNode.Scalar _ -> {}
        }
    }

    /** Returns the first alias of exactly this node, or null. */
    public YamlNode.@Nullable Alias firstOf(YamlNode node) {
        for (YamlNode.Alias alias : aliases) {
            if (alias.name().equals(node.anchor()) && alias.target().start() == node.start()) {
                return alias;
            }
        }
        return null;
    }

    /** Returns the first alias outside of these bytes of a node inside of them, or null. */
    public YamlNode.@Nullable Alias firstInto(int start, int end) {
        for (YamlNode.Alias alias : aliases) {
            boolean outside = alias.start() < start || alias.start() >= end;
            int target = alias.target().start();
            if (outside && target >= start && target < end) {
                return alias;
            }
        }
        return null;
    }
}
