package dev.monsh.process.suggest;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes a rule for a process: by its comm and by the word of its command line that names the service, with named
 * captures for the parts in which its siblings differ.
 */
public final class RuleSuggester {

    private static final String ORIGIN = "suggestion";
    /** A name, and a number at its end: {@code ppl_detection_stream02}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<base>[\\w.-]*?[a-zA-Z])(?<mark>[_-]?)(?<word>[a-zA-Z]*)(?<number>[0-9]+)");

    private static final Pattern OPTION = Pattern.compile("--?(?<key>[a-zA-Z][\\w-]*)(?:=(?<value>.*))?");
    /** Options that differ from process to process and say nothing of the service. */
    private static final Set<String> TECHNICAL =
            Set.of("port", "host", "pid", "pidfile", "bind", "listen", "address", "fd", "log", "logfile", "config");

    private final List<RunningProcess> table;

    /** Takes the running processes. */
    public RuleSuggester(List<RunningProcess> table) {
        this.table = List.copyOf(table);
    }

    /** Proposes a rule for the process with this id; empty where there is none, or none that a rule could take. */
    public Optional<RuleSuggestion> suggest(int pid) {
        return table.stream()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .flatMap(this::suggest);
    }

    private Optional<RuleSuggestion> suggest(RunningProcess process) {
        // A name that is not UTF-8 can't be written in YAML.
        if (process.comm().isEmpty() || GoText.hasRawBytes(process.comm())) {
            return Optional.empty();
        }
        Optional<ServiceWord> word = ServiceWord.of(process);
        List<RuleText> candidates = new ArrayList<>();
        word.ifPresent(service -> candidates.add(byWord(process, service)));
        candidates.add(rule(process, Optional.empty(), "{{.Comm}}"));
        String reason = word.map(service -> "identified by comm " + process.comm() + " and the word " + service.text())
                .orElse("identified by comm " + process.comm() + " alone: its command line has no word of its own");
        for (RuleText candidate : candidates) {
            MatcherConfig config = MatcherConfig.ofRule(candidate);
            if (config.problems().isEmpty()) {
                ProcessMatcher matcher = new ProcessMatcher(config, false);
                List<RunningProcess> matched = table.stream()
                        .filter(other -> matcher.match(other).isPresent())
                        .toList();
                if (matched.contains(process)) {
                    return Optional.of(new RuleSuggestion(candidate, matched, reason));
                }
            }
        }
        return Optional.empty();
    }

    private RuleText byWord(RunningProcess process, ServiceWord word) {
        List<ServiceWord> siblings = siblings(process, word);
        Matcher numbered = NUMBERED.matcher(word.text());
        StringBuilder regex = new StringBuilder(word.before().isEmpty() ? "" : escaped(word.before()) + "\\s+");
        StringBuilder name = new StringBuilder();
        if (numbered.matches()) {
            String base = numbered.group("base");
            boolean differs =
                    siblings.stream().anyMatch(sibling -> !baseOf(sibling).equals(base));
            regex.append(differs ? "(?:\\S*/)?(?P<service>[\\w.-]+?)" : escaped(base))
                    .append(escaped(numbered.group("mark") + numbered.group("word")))
                    .append("(?P<id>\\d+)");
            name.append(differs ? "{{.Matches.service}}" : base)
                    .append(numbered.group("mark"))
                    .append(numbered.group("word"))
                    .append("{{.Matches.id}}");
        } else {
            boolean differs =
                    siblings.stream().anyMatch(sibling -> !sibling.text().equals(word.text()));
            regex.append(differs ? "(?:\\S*/)?(?P<service>[\\w.-]+)" : escaped(word.text()));
            name.append(differs ? "{{.Matches.service}}" : word.text());
        }
        option(process, word).ifPresent(key -> {
            String group = key.toLowerCase(Locale.ROOT).replace('-', '_');
            regex.append(".*--?")
                    .append(escaped(key))
                    .append("[= ](?P<")
                    .append(group)
                    .append(">[\\w.-]+)");
            name.append("-{{.Matches.").append(group).append("}}");
        });
        return rule(process, Optional.of(regex.toString()), name.toString());
    }

    private static String baseOf(ServiceWord word) {
        Matcher numbered = NUMBERED.matcher(word.text());
        return numbered.matches() ? numbered.group("base") : word.text();
    }

    /** Returns the words of processes that run the same program in the same way. */
    private List<ServiceWord> siblings(RunningProcess process, ServiceWord word) {
        return table.stream()
                .filter(other -> other.comm().equals(process.comm()))
                .flatMap(other -> ServiceWord.of(other).stream())
                .filter(other -> other.before().equals(word.before()))
                .toList();
    }

    /** Returns the option whose value tells processes of one service apart. */
    private Optional<String> option(RunningProcess process, ServiceWord word) {
        List<RunningProcess> twins = table.stream()
                .filter(other -> other.comm().equals(process.comm())
                        && other.argv().size() == process.argv().size())
                .filter(other -> ServiceWord.of(other).filter(word::equals).isPresent())
                .toList();
        for (int i = 1; i < process.argv().size(); i++) {
            int at = i;
            String own = process.argv().get(at);
            boolean differs =
                    twins.stream().anyMatch(twin -> !twin.argv().get(at).equals(own));
            Matcher option =
                    OPTION.matcher(own.startsWith("-") ? own : process.argv().get(at - 1));
            if (differs && option.matches() && !TECHNICAL.contains(option.group("key"))) {
                return Optional.of(option.group("key"));
            }
        }
        return Optional.empty();
    }

    private static RuleText rule(RunningProcess process, Optional<String> regex, String name) {
        return RuleText.ofValues(
                ORIGIN,
                Optional.of(name),
                List.of(process.comm()),
                List.of(),
                regex.map(List::of).orElse(List.of()));
    }

    /** Escapes what has a meaning in a regex. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
    }
}
