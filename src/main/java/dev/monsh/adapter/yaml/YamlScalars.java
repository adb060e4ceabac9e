package dev.monsh.adapter.yaml;

import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.gotext.SourceText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Scalars, keys and lists of one file with their places, as yaml.v2 decodes them into strings; gathers what is wrong. */
public final class YamlScalars {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    public YamlScalars(String file) {
        this.file = file;
    }

    public List<Problem> problems() {
        return problems;
    }

    public void report(Node node, String message) {
        problems.add(problem(node, message));
    }

    public Problem problem(Node node, String message) {
        Mark mark = node.getStartMark();
        return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    public static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** Returns where a node starts, without a value. */
    public SourceText place(Node node) {
        Mark mark = node.getStartMark();
        return new SourceText(file, mark.getLine() + 1, mark.getColumn() + 1, "", false);
    }

    public boolean isKey(NodeTuple entry, String key) {
        return entry.getKeyNode() instanceof ScalarNode scalar
                && scalar.getValue().equals(key);
    }

    public SourceText key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? text(scalar) : place(entry.getKeyNode());
    }

    /**
     * Returns the entries in the order in which yaml.v2 sets them: those of a merge key stand where that key stands, and
     * of several merged mappings the first is set last.
     */
    public List<NodeTuple> entries(MappingNode mapping) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(entry.getValueNode(), entries);
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void merge(Node merged, List<NodeTuple> entries) {
        switch (merged) {
            case MappingNode mapping -> entries.addAll(entries(mapping));
            case SequenceNode sequence
            when sequence.getValue().stream().allMatch(MappingNode.class::isInstance) ->
                sequence.getValue().reversed().forEach(node -> entries.addAll(entries((MappingNode) node)));
            default -> report(merged, "<< must merge a mapping or a list of mappings");
        }
    }

    /** Returns the text of a scalar: any plain value as written, null as nothing. */
    public SourceText text(ScalarNode node) {
        Mark start = node.getStartMark();
        String value = isNull(node) ? "" : node.getValue();
        if (node.getTag().equals(Tag.BINARY)) {
            value = binary(node);
        }
        if (value.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)
                && !node.getTag().equals(Tag.BINARY)) {
            report(node, "an escape is half of a surrogate pair");
        }
        boolean quoted = node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        int width = node.getEndMark().getIndex() - start.getIndex() - (quoted ? 2 : 0);
        boolean verbatim = start.getLine() == node.getEndMark().getLine()
                && width == value.codePointCount(0, value.length())
                && (quoted || node.getScalarStyle() == ScalarStyle.PLAIN);
        int column = start.getColumn() + (verbatim && quoted ? 2 : 1);
        return new SourceText(file, start.getLine() + 1, column, value, verbatim);
    }

    private String binary(ScalarNode node) {
        try {
            return GoText.decode(Base64.getMimeDecoder().decode(node.getValue()));
        } catch (IllegalArgumentException e) {
            report(node, "!!binary contains invalid base64");
            return "";
        }
    }
}
