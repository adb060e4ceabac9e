package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.match.RuleFilter;
import dev.monsh.process.match.RuleSearch;
import dev.monsh.process.regex.RegexToken;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the processes that a rule would take but for one selector. A process comes close when all its regexes are found
 * and only comm or exe differs, or when comm and exe are right and a regex is found up to some point; everything else is
 * just another program.
 */
public final class AlmostMatchSearch {

    /** How many regexes are taken apart at most: each costs as much as matching a hundred processes. */
    private static final int MOST_DISSECTIONS = 200;

    private static final int TELLING_LITERALS = 3;

    private final MatcherConfig config;
    private final RuleFilter filter;
    private final Set<Integer> telling;
    private final int most;
    private int dissections;

    /**
     * Takes a configuration without problems.
     *
     * @param most how many are looked for
     */
    public AlmostMatchSearch(MatcherConfig config, int most) {
        this.config = config.orThrow();
        this.filter = new RuleFilter(config.rules());
        this.telling = config.rules().stream()
                .filter(AlmostMatchSearch::isTelling)
                .map(MatcherRule::number)
                .collect(Collectors.toUnmodifiableSet());
        this.most = most;
    }

    /** Returns the first of the processes that come close, each with the rule that it comes closest to. */
    public List<AlmostMatch> among(List<RunningProcess> unmatched) {
        List<AlmostMatch> found = new ArrayList<>();
        dissections = 0;
        for (RunningProcess process : unmatched) {
            if (found.size() == most) {
                return found;
            }
            closest(process).ifPresent(found::add);
        }
        return found;
    }

    private Optional<AlmostMatch> closest(RunningProcess process) {
        RuleSearch search = new RuleSearch(process, filter);
        Optional<AlmostMatch> byHint = Optional.empty();
        for (MatcherRule rule : config.rules()) {
            boolean names = rule.takesNames(process);
            if (!names
                    && telling.contains(rule.number())
                    && search.regexMatches(rule).isPresent()) {
                return rejected(rule, process);
            }
            if (byHint.isEmpty()
                    && (names
                            ? dissections++ < MOST_DISSECTIONS
                            : rule.regexes().isEmpty())) {
                byHint = rejected(rule, process).filter(miss -> miss.hint().isPresent());
            }
        }
        return byHint;
    }

    private static Optional<AlmostMatch> rejected(MatcherRule rule, RunningProcess process) {
        return Rejection.of(rule, process)
                .map(why -> new AlmostMatch(process, rule.number(), why.reason(), why.hint()));
    }

    /** Whether the regexes hold enough text of their own that a command line with all of it is hardly there by chance. */
    private static boolean isTelling(MatcherRule rule) {
        return rule.regexes().stream()
                        .flatMap(regex -> regex.tokens().stream())
                        .filter(token -> token.kind() == RegexToken.Kind.LITERAL)
                        .count()
                >= TELLING_LITERALS;
    }
}
