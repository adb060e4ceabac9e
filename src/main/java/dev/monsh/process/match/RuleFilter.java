package dev.monsh.process.match;

import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.regex.RegexFilter;
import dev.monsh.process.regex.RegexToken;
import dev.monsh.process.rule.MatcherRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The regexes of all rules in one {@link RegexFilter}. Not for use by several threads. */
public final class RuleFilter {

    private final Map<CommandRegex, Integer> numbers = new HashMap<>();
    private final RegexFilter filter;

    public RuleFilter(List<MatcherRule> rules) {
        List<List<RegexToken>> regexes = new ArrayList<>();
        for (MatcherRule rule : rules) {
            for (CommandRegex regex : rule.regexes()) {
                numbers.put(regex, regexes.size());
                regexes.add(regex.tokens());
            }
        }
        filter = new RegexFilter(regexes);
    }

    /** Returns the numbers of the regexes that may be found. */
    BitSet find(String searched) {
        return filter.find(searched);
    }

    boolean mayTake(MatcherRule rule, BitSet found) {
        for (CommandRegex regex : rule.regexes()) {
            if (!found.get(numbers.getOrDefault(regex, 0))) {
                return false;
            }
        }
        return true;
    }
}
