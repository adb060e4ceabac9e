package dev.monsh.process.lint;

import dev.monsh.failure.Severity;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.regex.RegexToken;
import dev.monsh.process.rule.ExeSelector;
import dev.monsh.process.rule.MatcherRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules that an earlier one surely leaves nothing: its selectors are the same or looser. */
final class ShadowLint {

    private ShadowLint() {}

    static void lint(List<MatcherRule> rules, List<RuleFinding> findings) {
        for (int i = 1; i < rules.size(); i++) {
            MatcherRule later = rules.get(i);
            Optional<MatcherRule> shadow = rules.subList(0, i).stream()
                    .filter(earlier -> takesAllOf(earlier, later))
                    .findFirst();
            shadow.ifPresent(earlier -> findings.add(RuleFinding.of(
                    Severity.WARNING,
                    later.number(),
                    later.text()
                            .place()
                            .problem("rule " + later.number() + " never gets a process: rule " + earlier.number()
                                    + " takes all that it would take"),
                    "put it before rule " + earlier.number() + ", or take it out")));
        }
    }

    /** Whether every process that the later rule takes is one that the earlier takes; false where that isn't certain. */
    static boolean takesAllOf(MatcherRule earlier, MatcherRule later) {
        return comms(earlier.comms(), later.comms())
                && exes(earlier.exes(), later.exes())
                && earlier.regexes().stream()
                        .allMatch(loose -> later.regexes().stream().anyMatch(tight -> includes(loose, tight))
                                || takesAnything(loose));
    }

    private static boolean comms(Optional<Set<String>> earlier, Optional<Set<String>> later) {
        return earlier.isEmpty() || (later.isPresent() && earlier.get().containsAll(later.get()));
    }

    private static boolean exes(Optional<ExeSelector> earlier, Optional<ExeSelector> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return earlier.isEmpty();
        }
        Map<String, String> loose = earlier.get().pathByBase();
        return later.get().pathByBase().entrySet().stream().allMatch(entry -> {
            String path = loose.get(entry.getKey());
            return path != null && (path.isEmpty() || path.equals(entry.getValue()));
        });
    }

    private static boolean takesAnything(CommandRegex regex) {
        return core(regex).isEmpty();
    }

    /** Whether a command line with the tighter regex in it surely has the looser one: the same, or a text inside it. */
    private static boolean includes(CommandRegex loose, CommandRegex tight) {
        if (core(loose).equals(core(tight))) {
            return true;
        }
        List<RegexToken> tokens = RegexToken.of(core(loose));
        boolean plain = tokens.stream().allMatch(token -> token.kind() == RegexToken.Kind.LITERAL);
        return plain && hasRun(tight.tokens(), literal(tokens));
    }

    private static String literal(List<RegexToken> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.literal()));
        return text.toString();
    }

    /** Whether the text stands, unquantified and outside all groups, in every match of the tokens. */
    private static boolean hasRun(List<RegexToken> tokens, String text) {
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            RegexToken token = tokens.get(i);
            boolean quantified = i + 1 < tokens.size() && tokens.get(i + 1).kind() == RegexToken.Kind.QUANTIFIER;
            depth += token.kind() == RegexToken.Kind.OPEN ? 1 : token.kind() == RegexToken.Kind.CLOSE ? -1 : 0;
            if (token.kind() == RegexToken.Kind.FLAGS || (depth == 0 && token.kind() == RegexToken.Kind.ALTERNATIVE)) {
                return false;
            }
            boolean plain = depth == 0 && !quantified && token.kind() == RegexToken.Kind.LITERAL;
            run.append(plain ? token.literal() : "\0");
        }
        return run.indexOf(text) >= 0;
    }

    /** The regex without {@code .*} at its ends, which an unanchored search does not need. */
    private static String core(CommandRegex regex) {
        String text = regex.source().value();
        String start = text.replaceFirst("^(?:\\.\\*\\??)+", "");
        return start.replaceFirst("(?<!\\\\)(?:\\.\\*\\??)+$", "");
    }
}
