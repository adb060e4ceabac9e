package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.match.RuleMatch;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of one process what every rule says to it. */
public final class ProcessExplainer {

    private final MatcherConfig config;
    private final ProcessMatcher matcher;
    private final boolean children;

    /**
     * Takes a configuration without problems.
     *
     * @param children as in {@link ProcessMatcher}
     */
    public ProcessExplainer(MatcherConfig config, boolean children) {
        this.config = config.orThrow();
        this.matcher = new ProcessMatcher(config, children);
        this.children = children;
    }

    /** Explains a process of the table; empty where there is none with this id. */
    public Optional<Explanation> explain(List<RunningProcess> table, int pid) {
        Map<Integer, RunningProcess> byPid = new HashMap<>();
        table.forEach(process -> byPid.put(process.pid(), process));
        return Optional.ofNullable(byPid.get(pid))
                .map(process -> new Explanation(process, outcome(process, byPid), verdicts(process)));
    }

    private Outcome outcome(RunningProcess process, Map<Integer, RunningProcess> byPid) {
        Optional<RuleMatch> own = matcher.match(process);
        if (own.isPresent()) {
            return new Outcome.ByRule(own.get().rule(), own.get().name().name());
        }
        if (!children) {
            return new Outcome.Ungrouped("no rule matches it, and children are not followed");
        }
        List<RunningProcess> line = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(Set.of(process.pid()));
        RunningProcess parent = byPid.get(process.ppid());
        while (parent != null && seen.add(parent.pid())) {
            line.add(parent);
            Optional<RuleMatch> inherited = matcher.match(parent);
            if (inherited.isPresent()) {
                return new Outcome.ByParent(
                        inherited.get().rule(), inherited.get().name().name(), line);
            }
            parent = byPid.get(parent.ppid());
        }
        return new Outcome.Ungrouped("no rule matches it or any of its ancestors");
    }

    private List<RuleVerdict> verdicts(RunningProcess process) {
        List<RuleVerdict> verdicts = new ArrayList<>();
        boolean first = true;
        for (MatcherRule rule : config.rules()) {
            RuleVerdict verdict = verdict(rule, process, first);
            first = first && !(verdict instanceof RuleVerdict.Takes);
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static RuleVerdict verdict(MatcherRule rule, RunningProcess process, boolean first) {
        Optional<Rejection> rejection = Rejection.of(rule, process);
        if (rejection.isPresent()) {
            Rejection why = rejection.get();
            return new RuleVerdict.Rejects(rule.number(), why.selector(), why.held(), why.reason(), why.hint());
        }
        String commandLine = process.commandLine();
        Map<String, String> matches =
                rule.matches(commandLine, GoText.forRegex(commandLine)).orElse(Map.of());
        List<RegexMatch> regexes = rule.regexes().stream()
                .map(regex -> new RegexMatch(regex.source(), regex.captures(commandLine)))
                .toList();
        return new RuleVerdict.Takes(rule.number(), first, rule.groupName(process, matches), regexes, matches);
    }
}
