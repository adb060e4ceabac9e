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

    /** Returns the closest rule among those that do not match the process; empty if none is close. */
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
