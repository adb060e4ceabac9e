package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.rule.ExeSelector;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.process.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first selector of a rule that does not hold for a process.
 *
 * @param held how many selectors do before it
 */
record Rejection(Selector selector, int held, String reason, Optional<String> hint) {

    static Optional<Rejection> of(MatcherRule rule, RunningProcess process) {
        int held = 0;
        if (!rule.takesComm(process)) {
            return Optional.of(comm(rule, process));
        }
        held += rule.comms().isPresent() ? 1 : 0;
        if (!rule.takesExe(process)) {
            return Optional.of(exe(rule, process, held));
        }
        held += rule.exes().isPresent() ? 1 : 0;
        String commandLine = process.commandLine();
        for (int i = 0; i < rule.regexes().size(); i++) {
            if (rule.regexes().get(i).captures(commandLine).isEmpty()) {
                return Optional.of(cmdline(rule, i, process, held));
            }
        }
        return Optional.empty();
    }

    private static Rejection comm(MatcherRule rule, RunningProcess process) {
        List<String> wanted = RuleText.values(rule.text().comm().orElse(List.of()));
        return new Rejection(
                Selector.COMM,
                0,
                "comm is " + shown(process.comm()) + "; the rule wants " + oneOf(wanted),
                NearMiss.comm(wanted, process));
    }

    private static Rejection exe(MatcherRule rule, RunningProcess process, int held) {
        Map<String, String> entries = rule.exes().map(ExeSelector::pathByBase).orElse(Map.of());
        List<String> wanted = new ArrayList<>();
        entries.forEach((base, path) -> wanted.add(path.isEmpty() ? base : path));
        wanted.sort(null);
        String reason = process.argv().isEmpty()
                ? "it has no argv, like a kernel thread or zombie; the rule wants exe " + oneOf(wanted)
                : "argv[0] is " + shown(process.argv().getFirst()) + "; the rule wants " + oneOf(wanted);
        return new Rejection(Selector.EXE, held, reason, NearMiss.exe(entries, process));
    }

    private static Rejection cmdline(MatcherRule rule, int index, RunningProcess process, int held) {
        CommandRegex regex = rule.regexes().get(index);
        String which = rule.regexes().size() == 1
                ? ""
                : " (regex " + (index + 1) + " of " + rule.regexes().size() + ")";
        String reason = process.argv().isEmpty()
                ? "it has no argv, so its command line is empty, and "
                        + regex.source().value() + " does not match that"
                : "its command line has no match for " + regex.source().value();
        return new Rejection(
                Selector.CMDLINE,
                held + index,
                reason + which,
                NearMiss.cmdline(regex.source().value(), process.commandLine()));
    }

    private static String oneOf(List<String> wanted) {
        if (wanted.isEmpty()) {
            return "none: its list is empty";
        }
        List<String> all = wanted.stream().map(Rejection::shown).toList();
        String last = all.getLast();
        return all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " or " + last;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "\"\"" : text;
    }
}
