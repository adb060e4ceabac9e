package dev.monsh.process.rule;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.gotext.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of one configuration file of process-exporter.
 *
 * @param file the file as the user knows it
 * @param rules in the order of the file; those that are faulty are left out
 * @param problems what process-exporter would refuse, in the order of the file; with any of these it does not start
 * @param ignoredKeys top-level keys that process-exporter does not know and passes over
 */
public record MatcherConfig(
        String file, List<MatcherRule> rules, List<Problem> problems, List<SourceText> ignoredKeys) {

    public MatcherConfig {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        ignoredKeys = List.copyOf(ignoredKeys);
    }

    /** Compiles rules; {@code problems} are those that reading the file has already found. */
    public static MatcherConfig compile(
            String file, List<RuleText> texts, List<Problem> problems, List<SourceText> ignoredKeys) {
        List<Problem> all = new ArrayList<>(problems);
        List<MatcherRule> rules = new ArrayList<>();
        for (RuleText text : texts) {
            text.compile(all::add).ifPresent(rules::add);
        }
        return new MatcherConfig(file, rules, all, ignoredKeys);
    }

    /** Returns a configuration of one rule, given by options of a command line. */
    public static MatcherConfig ofRule(RuleText rule) {
        return compile(rule.place().file(), List.of(rule), List.of(), List.of());
    }

    /**
     * Returns this configuration when process-exporter would start with it.
     *
     * @throws ConfigurationException with all the problems otherwise
     */
    public MatcherConfig orThrow() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return this;
    }

    /** Returns what the names need beyond what is always read. */
    public Set<ProcessDetail> details() {
        Set<ProcessDetail> details = EnumSet.noneOf(ProcessDetail.class);
        for (MatcherRule rule : rules) {
            if (rule.name().uses("Username")) {
                details.add(ProcessDetail.USER);
            }
            if (rule.name().uses("Cgroups")) {
                details.add(ProcessDetail.CGROUPS);
            }
        }
        return details;
    }
}
