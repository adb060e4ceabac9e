package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts processes in groups as process-exporter does when it sees them for the first time. Not for use by several threads.
 *
 * <p>One thing it leaves open: where a template gives the empty name, the real program takes a grandchild into that group
 * only if it happens to come to it after the child. Here the whole line of descendants joins.
 */
public final class ProcessMatcher {

    private final List<MatcherRule> rules;
    private final boolean children;
    private final List<MatcherRule> anyComm;
    private final Map<String, List<MatcherRule>> byComm = new HashMap<>();
    private final RuleFilter filter;

    /**
     * Takes a configuration without problems.
     *
     * @param children whether a process that no rule takes joins the group of its nearest ancestor that has one:
     *     {@code -children}, on by default
     */
    public ProcessMatcher(MatcherConfig config, boolean children) {
        this.rules = config.orThrow().rules();
        this.children = children;
        this.filter = new RuleFilter(rules);
        this.anyComm = rules.stream().filter(rule -> rule.comms().isEmpty()).toList();
        Set<String> comms = new HashSet<>();
        rules.forEach(rule -> rule.comms().ifPresent(comms::addAll));
        for (String comm : comms) {
            byComm.put(comm, rules.stream().filter(rule -> mayTake(rule, comm)).toList());
        }
    }

    private static boolean mayTake(MatcherRule rule, String comm) {
        return rule.comms().isEmpty() || rule.comms().get().contains(comm);
    }

    /** Returns whether children join the groups of their ancestors. */
    public boolean followsChildren() {
        return children;
    }

    /** Returns the rules, in the order in which they are tried. */
    public List<MatcherRule> rules() {
        return rules;
    }

    /** Returns the first rule that takes the process, and what it makes of it; empty where none does. */
    public Optional<RuleMatch> match(RunningProcess process) {
        List<MatcherRule> candidates = byComm.getOrDefault(process.comm(), anyComm);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        RuleSearch search = new RuleSearch(process, filter);
        for (MatcherRule rule : candidates) {
            Optional<Map<String, String>> matches = search.matches(rule);
            if (matches.isPresent()) {
                return Optional.of(new RuleMatch(rule.number(), rule.groupName(process, matches.get()), matches.get()));
            }
        }
        return Optional.empty();
    }

    /** Puts every process in its group. Groups come in the order of their names, processes in the order given. */
    public Grouping group(List<RunningProcess> processes) {
        Map<Integer, Membership> members = new HashMap<>(processes.size() * 2);
        for (RunningProcess process : processes) {
            match(process).ifPresent(match -> members.put(process.pid(), new Membership(process.pid(), match)));
        }
        Ancestry ancestry = new Ancestry(processes, members, children);
        Map<String, List<MatchedProcess>> groups = new TreeMap<>();
        List<RunningProcess> unmatched = new ArrayList<>();
        for (RunningProcess process : processes) {
            Optional<Membership> membership = ancestry.of(process);
            if (membership.isEmpty()) {
                unmatched.add(process);
            } else {
                RuleMatch match = membership.get().match();
                groups.computeIfAbsent(match.name().name(), _ -> new ArrayList<>())
                        .add(membership.get().matched(process));
            }
        }
        List<ProcessGroup> named = new ArrayList<>();
        groups.forEach((name, matched) -> named.add(new ProcessGroup(name, matched)));
        return new Grouping(named, unmatched);
    }
}
