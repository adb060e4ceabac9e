package dev.monsh.command.process;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.ChangeReview;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Severity;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.lint.RuleFinding;
import dev.monsh.process.lint.RuleLint;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.process.rule.RuleText;
import dev.monsh.process.suggest.RuleSuggester;
import dev.monsh.process.suggest.RuleSuggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code process add} and {@code process remove}: edits of the rules that keep every other byte of the file. */
final class ProcessEditCommands {

    private static final Option.Single<Integer> LIKE =
            Option.pid("like", "add the rule that process suggest proposes for this process");
    private static final Option.Single<Integer> BEFORE =
            Option.number("before", 1, "insert it before rule N instead of at the end");

    private static final String AFTERWARDS = "monsh restart process-exporter";

    private final ProcessOptions options;

    ProcessEditCommands(Boxes boxes, ProcessSources sources) {
        this.options = new ProcessOptions(boxes, sources);
    }

    Stream<MonshCommand> define(Session session) {
        MonshCommand.Builder add = ProcessCommands.command("process add", "Add a rule to the configuration")
                .details("""
                        The rule is given by --name, --comm, --exe and --cmdline, or by --like PID: the rule that
                        process suggest proposes for a process. Shows a diff before anything is written, and keeps a
                        backup.
                        """)
                .option(ProcessOptions.CONFIG);
        ProcessOptions.RULE.forEach(add::option);
        return Stream.of(
                add.option(LIKE)
                        .option(BEFORE)
                        .option(ProcessOptions.PROCFS)
                        .option(ProcessOptions.PS)
                        .example(
                                "monsh process add --name '{{.Comm}}' --comm nginx --dry-run",
                                "what would change in the stack's configuration")
                        .runs(session, this::add),
                ProcessCommands.command("process remove", "Remove a rule from the configuration")
                        .details("""
                                NAME is the rule's name as written in the file, or the rule's number. Shows a diff
                                before anything is written, and keeps a backup.
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
        Optional<Integer> before = call.get(BEFORE);
        RuleFile.Addition addition =
                options.ruleFile(call).add(rule, before.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        warn(call, addition.config(), before.orElseGet(() -> last(addition.config())));
        return ChangeReview.run(call, addition.change(), AFTERWARDS);
    }

    private static RuleText rule(Invocation call, RuleSuggestion suggestion) {
        return call.get(ProcessOptions.NAME).isEmpty()
                ? suggestion.rule()
                : new RuleText(
                        1,
                        suggestion.rule().place(),
                        call.get(ProcessOptions.NAME).map(name -> SourceText.of("process add --name", name)),
                        suggestion.rule().comm(),
                        suggestion.rule().exe(),
                        suggestion.rule().cmdline(),
                        List.of());
    }

    private RuleText rule(Invocation call) {
        if (!call.has(LIKE)) {
            return ProcessOptions.rule(call);
        }
        if (Stream.of(ProcessOptions.COMM, ProcessOptions.EXE, ProcessOptions.CMDLINE)
                .anyMatch(call::has)) {
            throw new UsageException("process add", "use either --like or the rule's selectors, not both");
        }
        int pid = call.get(LIKE).orElseThrow();
        List<RunningProcess> table = ProcessOptions.snapshot(
                        call, options.table(call), EnumSet.noneOf(ProcessDetail.class))
                .processes();
        return new RuleSuggester(table)
                .suggest(pid)
                .map(suggestion -> rule(call, suggestion))
                .orElseThrow(() -> new UsageException(
                        "--like " + pid,
                        "no process with this id, or no rule of its own can match it",
                        "monsh process ps"));
    }

    private static int last(MatcherConfig config) {
        return config.rules().isEmpty() ? 0 : config.rules().getLast().number();
    }

    /** Says what is suspicious of the new rule: one that an earlier rule shadows never takes anything. */
    private static void warn(Invocation call, MatcherConfig edited, int rule) {
        for (RuleFinding finding : RuleLint.lint(edited)) {
            if (finding.rule() == rule && finding.finding().severity() != Severity.NOTE) {
                call.console().warn(finding.finding().message());
            }
        }
    }

    private ExitCode remove(Invocation call) {
        RuleFile file = options.ruleFile(call);
        return ChangeReview.run(call, file.remove(number(call.argument(0), file.config())), AFTERWARDS);
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
}
