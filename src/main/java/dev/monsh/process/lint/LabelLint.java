package dev.monsh.process.lint;

import dev.monsh.failure.Severity;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.ProcessGroup;
import dev.monsh.process.rule.MatcherConfig;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether groups correspond to the {@code service} labels of the logs, as the manual asks for, so that one name finds
 * both the metrics and the logs of a service.
 */
final class LabelLint {

    private LabelLint() {}

    static void lint(MatcherConfig config, Grouping grouping, Collection<String> services, List<RuleFinding> findings) {
        if (services.isEmpty()) {
            return;
        }
        for (ProcessGroup group : grouping.groups()) {
            if (!services.contains(group.name()) && !group.name().isEmpty()) {
                group(config, group, services, findings);
            }
        }
        TreeSet<String> groups = new TreeSet<>(grouping.counts().keySet());
        for (String service : new TreeSet<>(services)) {
            if (groups.stream().noneMatch(group -> isFamily(service, group))) {
                findings.add(RuleFinding.of(
                        Severity.NOTE,
                        0,
                        SourceText.of(config.file(), "")
                                .problem("no group corresponds to the logs of service " + service),
                        "add a rule whose name gives " + service));
            }
        }
    }

    private static void group(
            MatcherConfig config, ProcessGroup group, Collection<String> services, List<RuleFinding> findings) {
        int number = group.processes().getFirst().rule();
        SourceText place = config.rules().stream()
                .filter(rule -> rule.number() == number)
                .findFirst()
                .map(rule -> rule.text().name().orElse(rule.text().place()))
                .orElse(SourceText.of(config.file(), ""));
        Optional<String> near = services.stream()
                .filter(service -> normalized(service).equals(normalized(group.name())))
                .findFirst();
        if (near.isPresent()) {
            findings.add(RuleFinding.of(
                    Severity.WARNING,
                    number,
                    place.problem("the group " + group.name() + " and the logs' service " + near.get()
                            + " are one service under two names"),
                    "give both the same name"));
        } else if (services.stream().noneMatch(service -> isFamily(service, group.name()))) {
            findings.add(RuleFinding.of(
                    Severity.NOTE,
                    number,
                    place.problem("no logs have a service that corresponds to the group " + group.name()),
                    "add its log file to Promtail with service: " + group.name()));
        }
    }

    /** Whether the one is the other, or a part of it that ends at a mark: a service and its streams. */
    private static boolean isFamily(String service, String group) {
        String a = marked(service);
        String b = marked(group);
        return normalized(a).equals(normalized(b)) || b.startsWith(a + "_") || a.startsWith(b + "_");
    }

    private static String marked(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** The name without marks, case, and zeros in front of numbers. */
    private static String normalized(String name) {
        return marked(name).replaceAll("(?<![0-9])0+(?=[0-9])", "").replace("_", "");
    }
}
