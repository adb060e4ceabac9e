package dev.monsh.process.lint;

import dev.monsh.failure.Severity;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.NearMiss;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.regex.RegexToken;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.process.rule.RuleText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selectors that never hold, always hold, or do not do what they look like. */
final class SelectorLint {

    private static final List<String> KEYS = List.of("name", "comm", "exe", "cmdline");

    private SelectorLint() {}

    static void lint(MatcherRule rule, List<RuleFinding> findings) {
        RuleText text = rule.text();
        text.ignoredKeys().forEach(key -> findings.add(ignoredKey(rule.number(), key, KEYS)));
        text.comm().ifPresent(entries -> comm(rule, entries, findings));
        text.exe().ifPresent(entries -> exe(rule, entries, findings));
        if (text.cmdline().isPresent() && text.cmdline().get().isEmpty()) {
            findings.add(RuleFinding.of(
                    Severity.WARNING,
                    rule.number(),
                    text.place().problem("the list cmdline is empty: it holds for every process"),
                    "leave the key out, or give it a regex"));
        }
        for (CommandRegex regex : rule.regexes()) {
            regex(rule, regex, findings);
        }
    }

    static RuleFinding ignoredKey(int rule, SourceText key, List<String> known) {
        Optional<String> meant = known.stream()
                .filter(name -> name.startsWith(key.value())
                        || key.value().startsWith(name)
                        || name.equalsIgnoreCase(key.value()))
                .filter(name -> !key.value().isEmpty())
                .findFirst();
        return RuleFinding.of(
                Severity.WARNING,
                rule,
                key.problem("process-exporter passes over the key " + key.value()),
                meant.map(name -> "did you mean " + name + "?").orElse("take it out"));
    }

    private static void comm(MatcherRule rule, List<SourceText> entries, List<RuleFinding> findings) {
        empty("comm", rule, entries, findings);
        for (SourceText entry : entries) {
            int bytes = entry.value().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > NearMiss.LONGEST_COMM) {
                findings.add(RuleFinding.of(
                        Severity.WARNING,
                        rule.number(),
                        entry.problem("comm " + entry.value() + " has " + bytes
                                + " bytes and can never match: the kernel keeps 15"),
                        "write " + NearMiss.cut(entry.value())));
            }
        }
    }

    private static void empty(String key, MatcherRule rule, List<SourceText> entries, List<RuleFinding> findings) {
        if (entries.isEmpty()) {
            findings.add(RuleFinding.of(
                    Severity.WARNING,
                    rule.number(),
                    rule.text().place().problem("the list " + key + " is empty: the rule takes no process"),
                    "leave the key out, or give it an entry"));
        }
    }

    private static void exe(MatcherRule rule, List<SourceText> entries, List<RuleFinding> findings) {
        empty("exe", rule, entries, findings);
        Map<String, SourceText> byBase = new HashMap<>();
        for (SourceText entry : entries) {
            boolean isPath = entry.value().contains("/");
            String base = isPath ? RunningProcess.baseName(entry.value()) : entry.value();
            SourceText earlier = byBase.put(base, entry);
            if (earlier != null && !earlier.value().equals(entry.value())) {
                findings.add(RuleFinding.of(
                        Severity.WARNING,
                        rule.number(),
                        earlier.problem("exe " + earlier.value() + " does not count: the later " + entry.value()
                                + " has the same base name"),
                        "write the base name alone, or two rules"));
            }
        }
    }

    private static void regex(MatcherRule rule, CommandRegex regex, List<RuleFinding> findings) {
        for (RegexToken token : regex.tokens()) {
            if (token.captures() && token.groupName().isEmpty()) {
                findings.add(RuleFinding.of(
                        Severity.NOTE,
                        rule.number(),
                        regex.source()
                                .problemAt(token.start(), "the group has no name, so a name template can't use it"),
                        "write (?P<name>…) to use it, (?:…) to group only"));
            } else if (token.captures() && !token.text().startsWith("(?P")) {
                findings.add(RuleFinding.of(
                        Severity.WARNING,
                        rule.number(),
                        regex.source()
                                .problemAt(
                                        token.start(),
                                        "only a process-exporter built with Go 1.22 or later takes " + token.text()
                                                + "; others don't start"),
                        "write (?P<" + token.groupName() + ">"));
            }
        }
    }
}
