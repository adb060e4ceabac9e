package dev.monsh.process.explain;

import dev.monsh.process.template.Rendering;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one rule says of one process. */
public sealed interface RuleVerdict {

    /** Returns the rule's number in the file, from 1. */
    int rule();

    /**
     * All selectors hold.
     *
     * @param first whether it is the first such rule, the one that counts
     * @param name the group that it gives
     * @param regexes its regexes and what they captured, for a terminal to show in the command line
     * @param matches {@code .Matches} as the template saw it
     */
    record Takes(int rule, boolean first, Rendering name, List<RegexMatch> regexes, Map<String, String> matches)
            implements RuleVerdict {

        public Takes {
            regexes = List.copyOf(regexes);
        }
    }

    /**
     * A selector does not hold.
     *
     * @param selector the first that does not
     * @param held how many selectors of the rule do before it
     * @param reason one sentence: what the process has and what the rule wants
     * @param hint one sentence when it was close: what to change
     */
    record Rejects(int rule, Selector selector, int held, String reason, Optional<String> hint)
            implements RuleVerdict {}
}
