package dev.monsh.process.lint;

import dev.monsh.failure.Severity;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.regex.RegexToken;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.process.template.FieldUse;
import dev.monsh.process.template.NameTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Names that come out broken, or in too many forms; captures that nobody uses. */
final class NameLint {

    private static final Map<String, String> GROWING =
            Map.of("PID", "every process", "StartTime", "every start of a process");

    private NameLint() {}

    static void lint(MatcherRule rule, List<RuleFinding> findings) {
        NameTemplate name = rule.name();
        if (name.notComputed().isPresent()) {
            findings.add(RuleFinding.of(
                    Severity.NOTE,
                    rule.number(),
                    name.notComputed().get(),
                    "process-exporter may accept it: look for the name in its /metrics"));
            return;
        }
        for (FieldUse use : name.unknownFields()) {
            findings.add(RuleFinding.of(
                    Severity.ERROR,
                    rule.number(),
                    name.source()
                            .problemAt(
                                    use.position(), "no field ." + use.path().getFirst() + ": the name ends before it"),
                    "fields are .Comm .ExeBase .ExeFull .Username .PID .StartTime .Cgroups .Matches"));
        }
        for (FieldUse use : name.uses()) {
            String field = use.path().isEmpty() ? "" : use.path().getFirst();
            if (GROWING.containsKey(field)) {
                findings.add(RuleFinding.of(
                        Severity.WARNING,
                        rule.number(),
                        name.source()
                                .problemAt(
                                        use.position(),
                                        "." + field + " creates a new group for " + GROWING.get(field)
                                                + ": Prometheus keeps the series of all of them"),
                        "name the group by something that stays the same, for instance a capture from cmdline"));
            } else if (field.equals("Username")) {
                findings.add(RuleFinding.of(
                        Severity.NOTE,
                        rule.number(),
                        name.source()
                                .problemAt(
                                        use.position(),
                                        ".Username is a number in the manual's stack: the"
                                                + " container of process-exporter does not know the users of the host"),
                        ""));
            }
        }
        captures(rule, findings);
    }

    private static void captures(MatcherRule rule, List<RuleFinding> findings) {
        Optional<SortedSet<String>> used = rule.name().captures();
        if (used.isEmpty()) {
            return;
        }
        Set<String> defined = new LinkedHashSet<>();
        for (CommandRegex regex : rule.regexes()) {
            for (RegexToken token : regex.tokens()) {
                String group = token.groupName();
                if (!group.isEmpty() && defined.add(group) && !used.get().contains(group)) {
                    findings.add(RuleFinding.of(
                            Severity.NOTE,
                            rule.number(),
                            regex.source().problemAt(token.start(), "the name does not use the capture " + group),
                            "put {{.Matches." + group + "}} in the name, or write (?:…)"));
                }
            }
        }
        for (FieldUse use : rule.name().uses()) {
            undefined(rule, use, defined, findings);
        }
    }

    private static void undefined(MatcherRule rule, FieldUse use, Set<String> defined, List<RuleFinding> findings) {
        boolean isCapture = use.path().size() > 1 && use.path().getFirst().equals("Matches");
        if (!isCapture
                || use.path().get(1).isEmpty()
                || defined.contains(use.path().get(1))) {
            return;
        }
        String group = use.path().get(1);
        String next = defined.isEmpty()
                ? "add (?P<" + group + ">…) to a cmdline regex"
                : "the captures are " + String.join(", ", defined);
        findings.add(RuleFinding.of(
                Severity.ERROR,
                rule.number(),
                rule.name()
                        .source()
                        .problemAt(
                                use.position(),
                                "no cmdline regex captures " + group + ": the name gets <no value> or nothing instead"),
                next));
    }
}
