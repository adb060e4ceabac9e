package dev.monsh.adapter.yaml;

import dev.monsh.failure.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what YAML forbids and SnakeYAML's parser lets pass: a key twice in one mapping, text that is not UTF-8. */
final class YamlLinter {

    private static final String MERGE = "<<";

    private final YamlDocument document;
    private final List<Integer> undecodable;
    private final List<Problem> problems;

    YamlLinter(YamlDocument document, List<Integer> undecodable, List<Problem> problems) {
        this.document = document;
        this.undecodable = undecodable;
        this.problems = problems;
    }

    void check(YamlNode root) {
        visit(root);
        if (problems.size() > 1) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        }
    }

    private void visit(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            encoding(scalar);
        } else if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(this::visit);
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping(mapping);
        }
    }

    private void encoding(YamlNode.Scalar scalar) {
        for (int offset : undecodable) {
            if (offset >= scalar.start() && offset < scalar.end()) {
                problems.add(document.problem(offset, "this text is not UTF-8: save the file again as UTF-8"));
                return;
            }
        }
    }

    private void mapping(YamlNode.Mapping mapping) {
        Map<String, YamlNode> seen = new HashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && !key.value().equals(MERGE)) {
                YamlNode first = seen.putIfAbsent(key.value(), key);
                if (first != null) {
                    String message = "the key '" + YamlFault.oneLine(key.value()) + "' is already in line "
                            + document.line(first);
                    problems.add(document.problem(key, message));
                }
            }
            visit(entry.key());
            visit(entry.value());
        }
    }
}
