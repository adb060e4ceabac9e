package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import java.util.List;

/** Where one process lands. */
public sealed interface Outcome {

    /** A rule takes it. */
    record ByRule(int rule, String group) implements Outcome {}

    /**
     * No rule takes it; its nearest ancestor with a group is in this one.
     *
     * @param line from its parent up to the ancestor that the rule takes
     */
    record ByParent(int rule, String group, List<RunningProcess> line) implements Outcome {

        public ByParent {
            line = List.copyOf(line);
        }
    }

    /** It is in no group. */
    record Ungrouped(String reason) implements Outcome {}
}
