package dev.monsh.command.process;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.Repeater;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.Explanation;
import dev.monsh.process.explain.Outcome;
import dev.monsh.process.explain.ProcessExplainer;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.lint.RuleFinding;
import dev.monsh.process.lint.RuleLint;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.regex.CommandRegex;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.suggest.RuleSuggester;
import dev.monsh.process.suggest.RuleSuggestion;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.process.ExplanationView;
import dev.monsh.view.process.ProcessViews;
import dev.monsh.view.process.SuggestionView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code process …}: processes, the rules that group them, and what is wrong with the rules. */
public final class ProcessCommands {

    private static final Option.Single<Path> PROMTAIL =
            Option.file("promtail", "FILE", "the log targets; default: the stack's promtail/promtail.yml");
    private static final Option.Flag STATIC = Option.flag("static", "check only the file, not the running processes");

    private static final OutputFormat[] LIST_FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    private final Boxes boxes;
    private final ProcessSources sources;
    private final ProcessOptions options;
    private final Repeater repeater;

    public ProcessCommands(Boxes boxes, ProcessSources sources, Repeater repeater) {
        this.boxes = boxes;
        this.sources = sources;
        this.options = new ProcessOptions(boxes, sources);
        this.repeater = repeater;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.concat(
                Stream.of(
                        processes().runs(session, this::ps),
                        new ProcessTestCommand(options, repeater).define(session),
                        explaining().runs(session, this::explain),
                        rulesList().runs(session, this::rules),
                        linting().runs(session, this::lint),
                        suggesting().runs(session, this::suggest)),
                new ProcessEditCommands(boxes, sources).define(session));
    }

    static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name).group("Processes").summary(summary);
    }

    private static MonshCommand.Builder processes() {
        return command("process ps", "List the processes as process-exporter sees them")
                .details("PATTERN is a regex in Go syntax, searched for in comm and the command line.")
                .optional("PATTERN", ValueKind.TEXT)
                .option(ProcessOptions.PROCFS)
                .option(ProcessOptions.PS)
                .formats(LIST_FORMATS)
                .example("monsh process ps uvicorn", "comm and argv as rules must name them");
    }

    private ExitCode ps(Invocation call) {
        Predicate<RunningProcess> wanted =
                call.optionalArgument(0).map(ProcessCommands::finder).orElse(process -> true);
        List<RunningProcess> found = table(call, EnumSet.of(ProcessDetail.USER)).stream()
                .filter(wanted)
                .toList();
        ProcessViews.processes().print(call.console(), call.format(), found);
        return found.isEmpty() ? ExitCode.NO : ExitCode.DONE;
    }

    private List<RunningProcess> table(Invocation call, Set<ProcessDetail> details) {
        return ProcessOptions.snapshot(call, options.table(call), details).processes();
    }

    private static Predicate<RunningProcess> finder(String pattern) {
        List<Problem> problems = new ArrayList<>();
        CommandRegex regex = CommandRegex.compile(SourceText.of("process ps " + pattern, pattern), problems::add)
                .orElseThrow(() -> new ConfigurationException(problems));
        return process -> !regex.captures(process.comm()).isEmpty()
                || !regex.captures(process.commandLine()).isEmpty();
    }

    private static MonshCommand.Builder explaining() {
        return command("process explain", "Show how each rule judges a process, and why")
                .details("The exit code is 1 if the process is in no group or does not exist.")
                .required("PID", ValueKind.PID)
                .option(ProcessOptions.CONFIG)
                .option(ProcessOptions.PROCFS)
                .option(ProcessOptions.PS)
                .option(ProcessOptions.NO_CHILDREN)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.JSON)
                .example("monsh process explain 1", "for each rule, what it captured or why it does not match");
    }

    private ExitCode explain(Invocation call) {
        int pid = ProcessOptions.pid(call);
        MatcherConfig config = options.startable(call);
        List<RunningProcess> table = table(call, config.details());
        Optional<Explanation> explanation =
                new ProcessExplainer(config, ProcessOptions.children(call)).explain(table, pid);
        if (explanation.isEmpty()) {
            return gone(call, pid);
        }
        new ExplanationView(call.console()).print(explanation.get(), call.format());
        return explanation.get().outcome() instanceof Outcome.Ungrouped ? ExitCode.NO : ExitCode.DONE;
    }

    /** A process that has ended is an answer, not a failure. */
    static ExitCode gone(Invocation call, int pid) {
        call.console()
                .error("monsh: process " + pid + ": not found; it may have exited", Optional.of("monsh process ps"));
        return ExitCode.NO;
    }

    private static MonshCommand.Builder rulesList() {
        return command("process rules", "List the rules in the order in which they are tried")
                .option(ProcessOptions.CONFIG)
                .formats(LIST_FORMATS)
                .example("monsh process rules", "the first rule that matches a process wins");
    }

    private ExitCode rules(Invocation call) {
        MatcherConfig config = options.startable(call);
        ProcessViews.rules().print(call.console(), call.format(), config.rules());
        return ExitCode.DONE;
    }

    private static MonshCommand.Builder linting() {
        return command("process lint", "Find what is wrong with the rules")
                .details("""
                        Finds rules that an earlier one shadows, comms over 15 bytes, captures without a name or use,
                        names that create a group per process, regexes that Go rejects, and groups that differ from
                        the service labels of the logs. The exit code is 2 if process-exporter would reject the file
                        or there are errors, 1 if there are warnings, and 0 if there are at most hints.
                        """)
                .option(ProcessOptions.CONFIG)
                .option(ProcessOptions.PROCFS)
                .option(ProcessOptions.PS)
                .option(PROMTAIL)
                .option(STATIC)
                .formats(LIST_FORMATS)
                .example("monsh process lint", "the stack's rules, with the running processes")
                .example(
                        "monsh process lint --static --config config.yml",
                        "a file on its own, for instance in a CI job");
    }

    private ExitCode lint(Invocation call) {
        MatcherConfig config = options.ruleFile(call).config();
        List<RuleFinding> findings = call.get(STATIC)
                ? RuleLint.lint(config)
                : RuleLint.lint(config, table(call, config.details()), services(call));
        ProcessViews.findings().print(call.console(), call.format(), findings);
        Set<Severity> found = EnumSet.noneOf(Severity.class);
        findings.forEach(finding -> found.add(finding.finding().severity()));
        call.console().out().flush();
        if (findings.isEmpty()) {
            call.console().note(config.file() + ": no problems found");
        }
        return found.contains(Severity.ERROR)
                ? ExitCode.USAGE
                : found.contains(Severity.WARNING) ? ExitCode.NO : ExitCode.DONE;
    }

    private List<String> services(Invocation call) {
        if (call.has(PROMTAIL)) {
            return sources.services(call.get(PROMTAIL).orElseThrow());
        }
        // beside a configuration that was named there is no stack to compare it with
        Optional<Path> stack = call.has(ProcessOptions.CONFIG)
                ? Optional.empty()
                : boxes.chosen(call.globals()).stack();
        return stack.map(folder -> folder.resolve("promtail").resolve("promtail.yml"))
                .filter(Files::isRegularFile)
                .map(sources::services)
                .orElse(List.of());
    }

    private static MonshCommand.Builder suggesting() {
        return command("process suggest", "Propose a rule for a process and its siblings")
                .details("""
                        The rule has named captures for the parts in which the siblings differ. Comments above it show
                        what it would match.
                        """)
                .required("PID", ValueKind.PID)
                .option(ProcessOptions.PROCFS)
                .option(ProcessOptions.PS)
                .formats(OutputFormat.YAML, OutputFormat.JSON)
                .example("monsh process suggest 1", "a rule to add under process_names");
    }

    private ExitCode suggest(Invocation call) {
        int pid = ProcessOptions.pid(call);
        List<RunningProcess> table = table(call, EnumSet.noneOf(ProcessDetail.class));
        if (table.stream().noneMatch(process -> process.pid() == pid)) {
            return gone(call, pid);
        }
        Optional<RuleSuggestion> suggestion = new RuleSuggester(table).suggest(pid);
        if (suggestion.isEmpty()) {
            call.console().error("monsh: process " + pid + ": no rule of its own can match it", Optional.empty());
            return ExitCode.NO;
        }
        MatcherConfig config = MatcherConfig.ofRule(suggestion.get().rule());
        new SuggestionView(call.console())
                .print(suggestion.get(), new ProcessMatcher(config, false).group(table), call.format());
        return ExitCode.DONE;
    }
}
