package dev.monsh.command.stack;

import dev.monsh.process.lint.RuleLint;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.stack.check.Finding;
import dev.monsh.stack.check.Severity;
import java.util.List;

/** What {@code process lint} says of the file alone, as findings about the stack. */
final class StackRuleFindings {

    private StackRuleFindings() {}

    static void add(String service, MatcherConfig config, List<Finding> findings) {
        RuleLint.lint(config)
                .forEach(each ->
                        findings.add(new Finding(severity(each.severity()), service, each.problem(), each.remedy())));
    }

    private static Severity severity(dev.monsh.process.lint.Severity severity) {
        return switch (severity) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case HINT -> Severity.INFO;
        };
    }
}
