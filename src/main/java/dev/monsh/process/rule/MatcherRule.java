package dev.monsh.process.rule;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.template.NameTemplate;
import dev.monsh.process.template.Rendering;
import dev.monsh.process.template.value.TemplateInput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of {@code process_names}: selectors, all of which must hold, and a name. */
public final class MatcherRule {

    private final RuleText text;
    private final NameTemplate name;
    private final List<CommandRegex> regexes;
    private final Optional<Set<String>> comms;
    private final Optional<ExeSelector> exes;

    MatcherRule(RuleText text, NameTemplate name, List<CommandRegex> regexes) {
        this.text = text;
        this.name = name;
        this.regexes = List.copyOf(regexes);
        this.comms = text.comm().map(entries -> new HashSet<>(RuleText.values(entries)));
        this.exes = text.exe().map(entries -> new ExeSelector(RuleText.values(entries)));
    }

    /** Returns the rule's number in the file, from 1. */
    public int number() {
        return text.number();
    }

    /** Returns the rule as it was written, with the places of its parts. */
    public RuleText text() {
        return text;
    }

    /** Returns the template of the group's name; the default where the rule has none. */
    public NameTemplate name() {
        return name;
    }

    /** Returns the compiled {@code cmdline} regexes, in the order of the file. */
    public List<CommandRegex> regexes() {
        return regexes;
    }

    /** Returns the comms that the rule takes; empty where it does not select by comm. */
    public Optional<Set<String>> comms() {
        return comms;
    }

    public Optional<ExeSelector> exes() {
        return exes;
    }

    public boolean takesComm(RunningProcess process) {
        return comms.isEmpty() || comms.get().contains(process.comm());
    }

    public boolean takesExe(RunningProcess process) {
        return exes.isEmpty() || exes.get().takes(process);
    }

    /** Whether comm and argv[0] are such as the rule wants. */
    public boolean takesNames(RunningProcess process) {
        return takesComm(process) && takesExe(process);
    }

    /**
     * Returns the captures when all regexes are found. process-exporter keeps one map of captures a rule for its whole
     * life; every match sets every key of it, so nothing of an earlier process can show.
     *
     * @param searched the joined command line through {@link GoText#forRegex}
     */
    public Optional<Map<String, String>> matches(String commandLine, String searched) {
        Map<String, String> matches = regexes.isEmpty() ? Map.of() : new HashMap<>();
        for (CommandRegex regex : regexes) {
            if (!regex.match(searched, commandLine, matches)) {
                return Optional.empty();
            }
        }
        return Optional.of(matches);
    }

    /** Names the group of a process that the rule takes. */
    public Rendering groupName(RunningProcess process, Map<String, String> matches) {
        return name.render(new TemplateInput(
                process.cgroups(),
                process.comm(),
                process.exeBase(),
                process.exeFull(),
                process.user(),
                process.pid(),
                process.startTime(),
                matches));
    }
}
