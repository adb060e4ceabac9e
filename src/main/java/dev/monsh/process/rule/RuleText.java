package dev.monsh.process.rule;

import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.template.NameTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A rule as somebody wrote it. A list that is there but empty is a selector too: no comm and no exe is in it, and every
 * command line has all of its regexes.
 *
 * @param number in the file, from 1
 * @param place where the rule starts; its value is empty
 * @param name the template; empty text counts as none
 * @param ignoredKeys keys that process-exporter does not know and passes over
 */
public record RuleText(
        int number,
        SourceText place,
        Optional<SourceText> name,
        Optional<List<SourceText>> comm,
        Optional<List<SourceText>> exe,
        Optional<List<SourceText>> cmdline,
        List<SourceText> ignoredKeys) {

    /** Returns a rule that was made of values: each stands in a place called after its key. */
    public static RuleText ofValues(
            String origin, Optional<String> name, List<String> comm, List<String> exe, List<String> cmdline) {
        return ofOptions(origin, key -> origin + " " + key, name, comm, exe, cmdline);
    }

    /**
     * Returns a rule given by options of a command line; an option that was not given is no selector.
     *
     * @param place says where the value of a key, such as {@code comm}, stands
     */
    public static RuleText ofOptions(
            String origin,
            UnaryOperator<String> place,
            Optional<String> name,
            List<String> comm,
            List<String> exe,
            List<String> cmdline) {
        return new RuleText(
                1,
                SourceText.of(origin, ""),
                name.map(text -> SourceText.of(place.apply("name"), text)),
                options(place.apply("comm"), comm),
                options(place.apply("exe"), exe),
                options(place.apply("cmdline"), cmdline),
                List.of());
    }

    private static Optional<List<SourceText>> options(String origin, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(value -> SourceText.of(origin, value))
                        .toList());
    }

    /** Compiles the rule. Gives all that process-exporter would refuse to {@code problems}, and is then empty. */
    public Optional<MatcherRule> compile(Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        if (comm.isEmpty() && exe.isEmpty() && cmdline.isEmpty()) {
            found.add(place.problem("rule " + number
                    + " has no selector: give it comm, exe or cmdline, or process-exporter won't start"));
        }
        Optional<NameTemplate> template = NameTemplate.parse(
                name.filter(text -> !text.value().isEmpty())
                        .orElse(new SourceText(
                                place.file(), place.line(), place.column(), NameTemplate.DEFAULT, false)),
                found::add);
        List<CommandRegex> regexes = new ArrayList<>();
        for (SourceText regex : cmdline.orElse(List.of())) {
            CommandRegex.compile(regex, found::add).ifPresent(regexes::add);
        }
        found.forEach(problems);
        return found.isEmpty() ? template.map(parsed -> new MatcherRule(this, parsed, regexes)) : Optional.empty();
    }

    public static List<String> values(List<SourceText> entries) {
        return entries.stream().map(SourceText::value).toList();
    }
}
