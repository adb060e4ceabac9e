package dev.monsh.process.lint;

import dev.monsh.failure.Severity;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.match.RuleFilter;
import dev.monsh.process.match.RuleSearch;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What running processes show about the rules. */
final class LiveLint {

    /** More groups of one rule than a person looks at; each is some thirty series in Prometheus. */
    private static final int MANY_GROUPS = 50;

    private LiveLint() {}

    /** What one rule would take by itself, and who took it. */
    private static final class Tally {
        int own;
        final Set<Integer> lostTo = new TreeSet<>();
        final Set<String> groups = new HashSet<>();

        boolean hasEmptyName() {
            return groups.contains("");
        }

        Optional<String> unreadableName() {
            return groups.stream().filter(GoText::hasRawBytes).findFirst();
        }
    }

    static void lint(MatcherConfig config, List<RunningProcess> table, List<RuleFinding> findings) {
        Map<Integer, Tally> tallies = new HashMap<>();
        config.rules().forEach(rule -> tallies.put(rule.number(), new Tally()));
        RuleFilter filter = new RuleFilter(config.rules());
        for (RunningProcess process : table) {
            RuleSearch search = new RuleSearch(process, filter);
            List<MatcherRule> takers = new ArrayList<>();
            for (MatcherRule rule : config.rules()) {
                search.matches(rule).ifPresent(matches -> {
                    Tally tally = tallies.computeIfAbsent(rule.number(), _ -> new Tally());
                    if (takers.isEmpty()) {
                        tally.own++;
                        tally.groups.add(rule.groupName(process, matches).name());
                    } else {
                        tally.lostTo.add(takers.getFirst().number());
                    }
                    takers.add(rule);
                });
            }
        }
        for (MatcherRule rule : config.rules()) {
            finding(rule, tallies.getOrDefault(rule.number(), new Tally()), findings);
        }
    }

    /** A name that is not UTF-8 makes process-exporter panic at the next scrape; who joins an empty one is left to chance. */
    private static void names(MatcherRule rule, Tally tally, List<RuleFinding> findings) {
        if (tally.hasEmptyName()) {
            findings.add(RuleFinding.of(
                    Severity.ERROR,
                    rule.number(),
                    rule.name().source().problem("the name comes out empty for a running process"),
                    "use what the process always has, such as {{.Comm}}"));
        }
        if (tally.unreadableName().isPresent()) {
            findings.add(RuleFinding.of(
                    Severity.ERROR,
                    rule.number(),
                    rule.name().source().problem("a name is not UTF-8: process-exporter panics at the next scrape"),
                    "use {{.ExeBase}} or a capture instead: a comm is cut after 15 bytes"));
        }
    }

    private static void finding(MatcherRule rule, Tally tally, List<RuleFinding> findings) {
        SourceText place = rule.text().place();
        int number = rule.number();
        names(rule, tally, findings);
        if (tally.own == 0 && !tally.lostTo.isEmpty()) {
            findings.add(RuleFinding.of(
                    Severity.WARNING,
                    number,
                    place.problem("all processes that rule " + number + " would take are taken by rule "
                            + String.join(
                                    ", ",
                                    tally.lostTo.stream().map(String::valueOf).toList())),
                    "put it before that rule, or make that rule tighter"));
        } else if (tally.own == 0) {
            findings.add(RuleFinding.of(
                    Severity.NOTE, number, place.problem("rule " + number + " takes no process that runs now"), ""));
        } else if (tally.groups.size() > MANY_GROUPS) {
            findings.add(RuleFinding.of(
                    Severity.WARNING,
                    number,
                    place.problem("rule " + number + " makes " + tally.groups.size() + " groups of " + tally.own
                            + " processes"),
                    "leave out of the name what differs from process to process"));
        }
    }
}
