package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.rule.MatcherRule;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process while rules are tried on it: its command line is joined and searched once, and only where it is needed. */
public final class RuleSearch {

    private final RunningProcess process;
    private final RuleFilter filter;
    private String commandLine = "";
    private String searched = "";
    private @Nullable BitSet found;

    public RuleSearch(RunningProcess process, RuleFilter filter) {
        this.process = process;
        this.filter = filter;
    }

    /** Returns the captures when the rule takes the process. */
    public Optional<Map<String, String>> matches(MatcherRule rule) {
        return rule.takesNames(process) ? regexMatches(rule) : Optional.empty();
    }

    /** Returns the captures when all regexes of the rule are found, whatever comm and exe are. */
    public Optional<Map<String, String>> regexMatches(MatcherRule rule) {
        if (rule.regexes().isEmpty()) {
            return Optional.of(Map.of());
        }
        BitSet candidates = found;
        if (candidates == null) {
            commandLine = process.commandLine();
            searched = GoText.forRegex(commandLine);
            candidates = filter.find(searched);
            found = candidates;
        }
        return filter.mayTake(rule, candidates) ? rule.matches(commandLine, searched) : Optional.empty();
    }
}
