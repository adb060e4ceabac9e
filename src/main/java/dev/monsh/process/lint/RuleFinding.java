package dev.monsh.process.lint;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;

/**
 * One thing that is worth changing in a configuration.
 *
 * @param rule number of the rule, from 1; 0 for the file as a whole
 */
public record RuleFinding(int rule, Finding finding) {

    static RuleFinding of(Severity severity, int rule, Problem problem, String next) {
        return new RuleFinding(rule, new Finding(severity, "", problem, next));
    }
}
