package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a process is in its group, or in none.
 *
 * @param verdicts one for every rule, in the order of the file
 */
public record Explanation(RunningProcess process, Outcome outcome, List<RuleVerdict> verdicts) {

    public Explanation {
        verdicts = List.copyOf(verdicts);
    }

    /** Returns the rule that came closest among those that do not take the process; empty when none came close. */
    public Optional<RuleVerdict.Rejects> nearest() {
        return verdicts.stream()
                .filter(RuleVerdict.Rejects.class::isInstance)
                .map(RuleVerdict.Rejects.class::cast)
                .filter(verdict -> verdict.held() > 0 || verdict.hint().isPresent())
                .max(Comparator.comparingInt((RuleVerdict.Rejects verdict) -> verdict.held())
                        .thenComparing(verdict -> verdict.hint().isPresent())
                        .thenComparingInt(verdict -> -verdict.rule()));
    }
}
