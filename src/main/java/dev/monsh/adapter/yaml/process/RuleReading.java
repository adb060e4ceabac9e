package dev.monsh.adapter.yaml.process;

import dev.monsh.adapter.yaml.YamlScalars;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One rule while its keys are read: a later value of a key takes the place of an earlier one. */
final class RuleReading {

    private final YamlScalars scalars;
    private final int number;
    private Optional<SourceText> name = Optional.empty();
    private Optional<List<SourceText>> comm = Optional.empty();
    private Optional<List<SourceText>> exe = Optional.empty();
    private Optional<List<SourceText>> cmdline = Optional.empty();
    private final List<SourceText> ignored = new ArrayList<>();

    RuleReading(YamlScalars scalars, int number) {
        this.scalars = scalars;
        this.number = number;
    }

    RuleText read(Node node) {
        if (node instanceof MappingNode mapping) {
            scalars.entries(mapping).forEach(this::entry);
        }
        return new RuleText(number, scalars.place(node), name, comm, exe, cmdline, ignored);
    }

    private void entry(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        Node value = entry.getValueNode();
        switch (key) {
            case "name" -> name = name(value);
            case "comm" -> comm = list(key, value);
            case "exe" -> exe = list(key, value);
            case "cmdline" -> cmdline = list(key, value);
            default -> ignored.add(scalars.key(entry));
        }
    }

    private Optional<SourceText> name(Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalars.text(scalar));
        }
        scalars.report(value, "name must be a string, not " + kind(value));
        return Optional.empty();
    }

    private Optional<List<SourceText>> list(String key, Node value) {
        if (value instanceof SequenceNode sequence) {
            return Optional.of(texts(key, sequence));
        }
        if (!YamlScalars.isNull(value)) {
            String next = value instanceof ScalarNode ? ": write it on the next line after a dash" : "";
            scalars.report(value, key + " must be a list, not " + kind(value) + next);
            return Optional.of(List.of());
        }
        return Optional.empty();
    }

    private List<SourceText> texts(String key, SequenceNode sequence) {
        List<SourceText> texts = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalars.text(scalar));
            } else {
                scalars.report(node, "an entry of " + key + " must be a string, not " + kind(node));
            }
        }
        return texts;
    }

    private static String kind(Node node) {
        return node instanceof ScalarNode ? "a string" : node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
