package dev.monsh.command;

import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.process.Finding;
import dev.monsh.process.MatcherConfig;
import dev.monsh.process.MatcherRule;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.RuleLint;
import dev.monsh.process.RuleSuggester;
import dev.monsh.process.RuleSuggestion;
import dev.monsh.process.RuleText;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.Severity;
import dev.monsh.process.SourceText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code process add} and {@code process remove}: edits of the rules that keep every other byte of the file. */
final class ProcessEditCommands {

    private static final List<String> AFTERWARDS = List.of("to take effect: monsh restart process-exporter");

    private final ProcessSources sources;
    private final ProcessOptions options;

    ProcessEditCommands(Boxes boxes, ProcessSources sources) {
        this.sources = sources;
        this.options = new ProcessOptions(boxes, sources);
    }

    Stream<MonshCommand> define(Session session) {
        MonshCommand.Builder add = ProcessCommands.command("process add", "add a rule to the configuration")
                .details("""
                        The rule is what --name, --comm, --exe and --cmdline say, or what process suggest proposes for a
                        process: --like PID. The difference is shown before anything is written, and a backup is kept.
                        """)
                .option(ProcessOptions.CONFIG);
        ProcessOptions.RULE.forEach(add::option);
        return Stream.of(
                add.option(OptionSpec.value("like", "PID", ValueKind.PID, "the rule that is proposed for this process"))
                        .option(OptionSpec.value(
                                "before", "N", ValueKind.NUMBER, "put it in front of rule N, instead of last"))
                        .option(ProcessOptions.PROCFS)
                        .option(ProcessOptions.PS)
                        .example(
                                "monsh process add --name '{{.Comm}}' --comm nginx --dry-run",
                                "what would change in the stack's configuration")
                        .runs(session, this::add),
                ProcessCommands.command("process remove", "remove a rule from the configuration")
                        .details("""
                                NAME is the rule's name as it stands in the file, or the rule's number. The difference is
                                shown before anything is written, and a backup is kept.
                                """)
                        .required("NAME", ValueKind.RULE)
                        .option(ProcessOptions.CONFIG)
                        .example(
                                "monsh process remove 2 --dry-run",
                                "what would change; process rules lists the numbers")
                        .runs(session, this::remove));
    }

    private ExitCode add(Invocation call) {
        RuleText rule = rule(call);
        MatcherConfig.ofRule(rule).orThrow();
        Path file = options.configFile(call);
        FileSnapshot before = ProcessOptions.read(call, "config", file);
        Optional<Integer> position = call.number("before", 1);
        byte[] after = sources.editor()
                .add(
                        file.toString(),
                        before.bytes(),
                        rule,
                        position.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        MatcherConfig edited = sources.config(file.toString(), after);
        warn(call, edited, position.orElseGet(() -> last(edited)));
        return review(call, before, after);
    }

    private static RuleText rule(Invocation call, RuleSuggestion suggestion) {
        return call.option("name").isEmpty()
                ? suggestion.rule()
                : new RuleText(
                        1,
                        suggestion.rule().place(),
                        call.option("name").map(name -> SourceText.of("process add --name", name)),
                        suggestion.rule().comm(),
                        suggestion.rule().exe(),
                        suggestion.rule().cmdline(),
                        List.of());
    }

    private RuleText rule(Invocation call) {
        if (!call.flag("like")) {
            return ProcessOptions.rule(call);
        }
        if (Stream.of("comm", "exe", "cmdline").anyMatch(call::flag)) {
            throw new UsageException("process add", "give --like, or the selectors of the rule, not both");
        }
        int pid = call.number("like", 1).orElseThrow();
        List<RunningProcess> table = ProcessOptions.snapshot(
                        call, options.table(call), EnumSet.noneOf(ProcessDetail.class))
                .processes();
        return new RuleSuggester(table)
                .suggest(pid)
                .map(suggestion -> rule(call, suggestion))
                .orElseThrow(() -> new UsageException(
                        "--like " + pid,
                        "there is no process with this id, or no rule of its own can take it",
                        "monsh process ps"));
    }

    private static int last(MatcherConfig config) {
        return config.rules().isEmpty() ? 0 : config.rules().getLast().number();
    }

    /** Says what is suspicious of the new rule: one that an earlier rule shadows never takes anything. */
    private static void warn(Invocation call, MatcherConfig edited, int rule) {
        for (Finding finding : RuleLint.lint(edited)) {
            if (finding.rule() == rule && finding.severity() != Severity.HINT) {
                call.console().warn(finding.problem().message());
            }
        }
    }

    private ExitCode remove(Invocation call) {
        Path file = options.configFile(call);
        FileSnapshot before = ProcessOptions.read(call, "config", file);
        MatcherConfig config = sources.config(file.toString(), before.bytes());
        int rule = number(call.argument(0), config);
        return review(call, before, sources.editor().remove(file.toString(), before.bytes(), rule));
    }

    private static int number(String name, MatcherConfig config) {
        List<MatcherRule> named = config.rules().stream()
                .filter(rule -> name(rule).filter(name::equals).isPresent())
                .toList();
        if (named.size() > 1) {
            List<String> numbers =
                    named.stream().map(rule -> String.valueOf(rule.number())).toList();
            throw new UsageException(
                    "rule " + name,
                    "the rules " + String.join(", ", numbers) + " have this name; give the number of one");
        }
        if (named.isEmpty() && name.matches("[0-9]{1,6}")) {
            return Integer.parseInt(name);
        }
        if (named.isEmpty()) {
            throw unknown(name, config);
        }
        return named.getFirst().number();
    }

    private static UsageException unknown(String name, MatcherConfig config) {
        List<String> names =
                config.rules().stream().flatMap(rule -> name(rule).stream()).toList();
        return new UsageException(
                "rule " + name,
                "no rule of " + config.file() + " has this name"
                        + Spelling.nearest(name, names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""),
                "monsh process rules");
    }

    private static Optional<String> name(MatcherRule rule) {
        return rule.text().name().map(SourceText::value);
    }

    private ExitCode review(Invocation call, FileSnapshot before, byte[] after) {
        FileChanges changes = new FileChanges(List.of(new FileChange(before, after)));
        return new ChangeReview(sources.files()).run(call, changes, AFTERWARDS);
    }
}
