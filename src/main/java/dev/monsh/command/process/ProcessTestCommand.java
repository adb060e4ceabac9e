package dev.monsh.command.process;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.command.Following;
import dev.monsh.command.Repeater;
import dev.monsh.failure.Counted;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.explain.AlmostMatchSearch;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.ProcessGroup;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.process.GroupingView;
import java.time.Duration;
import java.util.Optional;

/** {@code process test}: which group each process lands in. */
final class ProcessTestCommand {

    /** Near misses on a screen; more of them are read by nobody. */
    private static final int MOST_ALMOST = 10;

    private final ProcessOptions options;
    private final Repeater repeater;

    ProcessTestCommand(ProcessOptions options, Repeater repeater) {
        this.options = options;
        this.repeater = repeater;
    }

    MonshCommand define(Session session) {
        MonshCommand.Builder command = MonshCommand.named("process test")
                .group("Processes")
                .summary("Show which group each process lands in, by process-exporter's own rules")
                .details("""
                        Uses the rules of the box's stack, of --config FILE, or the single rule given by --name,
                        --comm, --exe and --cmdline. On a terminal, captures are highlighted in the command lines, and
                        near misses are listed with the reason. The exit code is 1 if nothing matched.
                        """)
                .option(ProcessOptions.CONFIG);
        ProcessOptions.RULE.forEach(command::option);
        return command.option(ProcessOptions.PROCFS)
                .option(ProcessOptions.PS)
                .option(ProcessOptions.NO_CHILDREN)
                .option(Following.WATCH)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL)
                .example("monsh process test", "the groups of the stack's configuration")
                .example(
                        "monsh process test --comm uvicorn --cmdline 'uvicorn\\s+(?P<app>\\w+)' --name '{{.Matches.app}}'",
                        "what a rule would match, before you add it")
                .example(
                        "monsh process test --config config.yml --ps ps.txt -o json",
                        "test the processes of another machine")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        OutputFormat format = call.format();
        Optional<Duration> watch = call.get(Following.WATCH);
        if (watch.isPresent() && call.has(ProcessOptions.PS)) {
            throw new UsageException("--watch", "cannot be combined with --ps: a saved output does not change");
        }
        MatcherConfig config = options.config(call);
        ProcessMatcher matcher = new ProcessMatcher(config, ProcessOptions.children(call));
        ProcessTable table = options.table(call);
        if (watch.isEmpty()) {
            return once(call, config, matcher, table, format, call.console());
        }
        return repeater.every(
                watch.get(), call.console(), console -> once(call, config, matcher, table, format, console));
    }

    private static ExitCode once(
            Invocation call,
            MatcherConfig config,
            ProcessMatcher matcher,
            ProcessTable table,
            OutputFormat format,
            Console console) {
        Grouping grouping = matcher.group(
                ProcessOptions.snapshot(call, table, config.details()).processes());
        GroupingView view = new GroupingView(console, config);
        view.print(grouping, format);
        if (format == OutputFormat.TABLE) {
            view.printAlmost(new AlmostMatchSearch(config, MOST_ALMOST).among(grouping.unmatched()));
        }
        console.out().flush();
        warn(grouping, console);
        int matched = grouping.groups().stream()
                .mapToInt(group -> group.processes().size())
                .sum();
        if (console.profile().stdoutTerminal() || matched == 0) {
            console.note(Counted.of(matched, "process", "processes") + " in "
                    + Counted.of(grouping.groups().size(), "group", "groups") + ", "
                    + grouping.unmatched().size() + " in none");
        }
        return matched == 0 ? ExitCode.NO : ExitCode.DONE;
    }

    /** Names that process-exporter cannot serve. */
    private static void warn(Grouping grouping, Console console) {
        for (ProcessGroup group : grouping.groups()) {
            int size = group.processes().size();
            if (group.name().isEmpty()) {
                console.warn(Counted.of(size, "process has", "processes have")
                        + " an empty group name: which children join the group is undefined");
            } else if (GoText.hasRawBytes(group.name())) {
                console.warn(Counted.of(size, "process has", "processes have")
                        + " a group name that is not UTF-8: process-exporter panics at the next scrape");
            }
        }
    }
}
