package dev.monsh.adapter.yaml.promtail;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what keeps a configuration of Promtail from being read without it. */
final class PromtailFaults {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    PromtailFaults(String file) {
        this.file = file;
    }

    void add(Node node, String message) {
        problems.add(new Problem(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, message));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
