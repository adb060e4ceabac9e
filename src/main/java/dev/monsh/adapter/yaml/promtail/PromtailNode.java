package dev.monsh.adapter.yaml.promtail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A node of Promtail's configuration, or its absence; reports where it is of another kind than is asked for. */
final class PromtailNode {

    private final @Nullable Node node;
    private final PromtailFaults faults;
    private final Map<String, Node> keys = new LinkedHashMap<>();

    private PromtailNode(@Nullable Node node, PromtailFaults faults) {
        this.node = node;
        this.faults = faults;
    }

    static PromtailNode of(@Nullable Node node, PromtailFaults faults) {
        boolean absent = node == null || node.getTag().equals(Tag.NULL);
        return new PromtailNode(absent ? null : node, faults);
    }

    boolean isPresent() {
        return node != null;
    }

    /** Tells whether there is nothing in it: no value, or a list or mapping without elements. */
    boolean isEmpty() {
        return node == null
                || (node instanceof SequenceNode sequence && sequence.getValue().isEmpty())
                || (node instanceof MappingNode mapping && mapping.getValue().isEmpty());
    }

    /** Returns a mapping's value; absent where the key is. */
    PromtailNode get(String key) {
        PromtailNode value = entries().get(key);
        return value == null ? new PromtailNode(null, faults) : value;
    }

    Map<String, PromtailNode> entries() {
        Map<String, PromtailNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    keys.put(key.getValue(), key);
                    entries.put(key.getValue(), of(entry.getValueNode(), faults));
                }
            }
        } else if (node != null) {
            faults.add(node, "a mapping was expected");
        }
        return entries;
    }

    List<PromtailNode> elements() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> of(element, faults))
                    .toList();
        }
        if (node != null) {
            faults.add(node, "a list was expected");
        }
        return List.of();
    }

    /** Returns a scalar as it is written. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().contains("${")) {
                faults.add(scalar, "${…} is replaced by Promtail with -config.expand-env; only Promtail knows by what");
            }
            return scalar.getValue();
        }
        if (node != null) {
            faults.add(node, "a text was expected");
        }
        return "";
    }

    /** Reports a key that can't be taken into account, at its place. */
    void refuse(String key, String why) {
        entries();
        Node place = keys.get(key);
        if (place != null) {
            faults.add(place, key + ": " + why + ", so the files alone do not tell what Loki has");
        }
    }
}
