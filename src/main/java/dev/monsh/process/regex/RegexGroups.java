package dev.monsh.process.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The groups of a regex, and the two places where RE2/J differs from Go about them. */
final class RegexGroups {

    /** Go refuses a counted repeat when the product of the counts around one part is larger (regexp/syntax). */
    private static final int LARGEST_REPEAT = 1000;

    private RegexGroups() {}

    /** Returns the names of all groups by number, the whole match first; empty for those without a name. */
    static List<String> names(List<RegexToken> tokens) {
        List<String> names = new ArrayList<>();
        names.add("");
        for (RegexToken token : tokens) {
            if (token.captures()) {
                names.add(token.groupName());
            }
        }
        return names;
    }

    /**
     * Returns the regex with the name of a group taken away where an earlier group has the same. Go allows that, and the
     * later group counts; RE2/J does not allow it.
     */
    static String withUniqueNames(String regex, List<RegexToken> tokens) {
        Set<String> seen = new HashSet<>();
        StringBuilder unique = new StringBuilder();
        int copied = 0;
        for (RegexToken token : tokens) {
            if (!token.groupName().isEmpty() && !seen.add(token.groupName())) {
                unique.append(regex, copied, token.start()).append('(');
                copied = token.end();
            }
        }
        return unique.append(regex, copied, regex.length()).toString();
    }

    /** Returns the counted quantifier that Go refuses because the counts multiply to more than a thousand. */
    static Optional<RegexToken> excessiveRepeat(List<RegexToken> tokens) {
        Deque<Integer> outer = new ArrayDeque<>();
        int largest = 1;
        int last = 1;
        for (RegexToken token : tokens) {
            switch (token.kind()) {
                case OPEN -> {
                    outer.push(largest);
                    largest = 1;
                    last = 1;
                }
                case CLOSE -> {
                    last = largest;
                    largest = Math.max(largest, outer.isEmpty() ? 1 : outer.pop());
                }
                case QUANTIFIER -> {
                    int count = token.largestCount();
                    last = count > 0 ? last * count : last;
                    if (count > 1 && last > LARGEST_REPEAT) {
                        return Optional.of(token);
                    }
                    largest = Math.max(largest, last);
                }
                case FLAGS -> {}
                default -> last = 1;
            }
        }
        return Optional.empty();
    }

    /** Returns the index of the last group that is never closed; empty where all are. */
    static Optional<Integer> unclosed(String regex) {
        Deque<Integer> open = new ArrayDeque<>();
        for (RegexToken token : RegexToken.of(regex)) {
            if (token.kind() == RegexToken.Kind.OPEN) {
                open.push(token.start());
            } else if (token.kind() == RegexToken.Kind.CLOSE) {
                open.poll();
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
