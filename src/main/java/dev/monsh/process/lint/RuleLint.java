package dev.monsh.process.lint;

import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Reads a configuration as a careful colleague would: what cannot work, what works by accident, what grows too large. */
public final class RuleLint {

    private RuleLint() {}

    /** Returns what can be said of the file alone, in its order. */
    public static List<RuleFinding> lint(MatcherConfig config) {
        List<RuleFinding> findings = new ArrayList<>();
        for (Problem problem : config.problems()) {
            findings.add(RuleFinding.of(Severity.ERROR, 0, problem, ""));
        }
        config.ignoredKeys().forEach(key -> findings.add(SelectorLint.ignoredKey(0, key, List.of("process_names"))));
        for (MatcherRule rule : config.rules()) {
            SelectorLint.lint(rule, findings);
            NameLint.lint(rule, findings);
        }
        ShadowLint.lint(config.rules(), findings);
        return sorted(findings);
    }

    /**
     * Returns what can be said of the file and the processes that run now.
     *
     * @param services the labels of that name of the logs, to which groups should correspond; empty to leave that out
     */
    public static List<RuleFinding> lint(
            MatcherConfig config, List<RunningProcess> table, Collection<String> services) {
        List<RuleFinding> findings = new ArrayList<>(lint(config));
        if (config.problems().isEmpty()) {
            LiveLint.lint(config, table, findings);
            Grouping grouping = new ProcessMatcher(config, true).group(table);
            LabelLint.lint(config, grouping, services, findings);
        }
        return sorted(findings);
    }

    private static List<RuleFinding> sorted(List<RuleFinding> findings) {
        findings.sort(Comparator.comparingInt(
                        (RuleFinding finding) -> finding.finding().problem().line())
                .thenComparingInt(finding -> finding.finding().problem().column()));
        return List.copyOf(findings);
    }
}
