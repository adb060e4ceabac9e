package dev.monsh.command.stack;

import dev.monsh.failure.Finding;
import dev.monsh.process.lint.RuleLint;
import dev.monsh.process.rule.MatcherConfig;
import java.util.List;

/** What {@code process lint} says of the file alone, as findings about the stack. */
final class StackRuleFindings {

    private StackRuleFindings() {}

    static void add(String service, MatcherConfig config, List<Finding> findings) {
        RuleLint.lint(config).forEach(each -> findings.add(each.finding().about(service)));
    }
}
