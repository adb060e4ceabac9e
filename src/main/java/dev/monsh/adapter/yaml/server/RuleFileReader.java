package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a file of rules for all faults that Prometheus refuses it for, by {@code model/rulefmt} of Prometheus; only the
 * expressions and templates are left to promtool.
 */
final class RuleFileReader {

    private static final Set<String> FILE_KEYS = Set.of("groups");
    private static final Set<String> GROUP_KEYS =
            Set.of("name", "interval", "query_offset", "limit", "rules", "labels", "source_tenants");
    private static final Set<String> RULE_KEYS =
            Set.of("record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations");
    private static final List<String> ALERT_KEYS = List.of("for", "keep_firing_for", "annotations");
    private static final List<String> DURATIONS = List.of("interval", "query_offset", "for", "keep_firing_for");

    /** {@code model.ParseDuration}: all units in this order, or a bare zero. */
    private static final Pattern DURATION =
            Pattern.compile("0|(?=\\d)(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();

    private RuleFileReader() {}

    static void read(YamlDocument document) {
        RuleFileReader reader = new RuleFileReader();
        reader.file(YamlCursor.root(document));
        ServerFileReader.throwIfAny(reader.problems);
    }

    private void file(YamlCursor root) {
        if (!root.isPresent()) {
            return;
        }
        keys(root, FILE_KEYS, "a rule file");
        if (!root.get("groups").isList()) {
            problems.add(root.problem("a rule file must have a list 'groups'"));
        }
        root.get("groups").items().forEach(this::group);
    }

    private void group(YamlCursor group) {
        keys(group, GROUP_KEYS, "a rule group");
        Optional<String> name = group.get("name").text().filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            problems.add(group.problem("the group has no name"));
        } else if (!groups.add(name.get())) {
            problems.add(group.get("name").problem("the group " + YamlFault.oneLine(name.get()) + " is defined twice"));
        }
        durations(group);
        if (group.get("rules").isPresent() && !group.get("rules").isList()) {
            problems.add(group.get("rules").problem("'rules' must be a list"));
        }
        group.get("rules").items().forEach(this::rule);
    }

    private void rule(YamlCursor rule) {
        keys(rule, RULE_KEYS, "a rule");
        if (rule.get("expr").text().filter(text -> !text.isEmpty()).isEmpty()) {
            problems.add(rule.problem("the rule has no expr"));
        }
        boolean record =
                rule.get("record").text().filter(text -> !text.isEmpty()).isPresent();
        boolean alert = rule.get("alert").text().filter(text -> !text.isEmpty()).isPresent();
        if (record == alert) {
            problems.add(rule.problem("a rule must have either an alert or a record"));
        }
        if (record) {
            ALERT_KEYS.stream()
                    .map(rule::get)
                    .filter(YamlCursor::isPresent)
                    .forEach(at -> problems.add(at.problem("only an alert can have this, not a record")));
        }
        durations(rule);
        texts(rule.get("labels"));
        texts(rule.get("annotations"));
    }

    private void durations(YamlCursor at) {
        for (String key : DURATIONS) {
            YamlCursor value = at.get(key);
            boolean good = value.text()
                    .filter(text -> DURATION.matcher(text).matches())
                    .isPresent();
            if (value.isPresent() && !good) {
                problems.add(value.problem("'" + key + "' isn't a duration; use 90s, 5m or 1h30m"));
            }
        }
    }

    private void texts(YamlCursor mapping) {
        if (mapping.isPresent() && !mapping.isMapping()) {
            problems.add(mapping.problem("expected a mapping of names to text"));
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!(entry.value().resolved() instanceof YamlNode.Scalar)) {
                problems.add(mapping.document().problem(entry.value(), "expected text"));
            }
        }
    }

    private void keys(YamlCursor mapping, Set<String> known, String what) {
        if (mapping.isPresent() && !mapping.isMapping()) {
            problems.add(mapping.problem(what + " is a mapping"));
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key() instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
            if (!known.contains(key)) {
                problems.add(
                        mapping.document().problem(entry.key(), what + " has no key '" + YamlFault.oneLine(key) + "'"));
            }
        }
    }
}
