package dev.monsh.command.stack;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.Following;
import dev.monsh.command.UntilInterrupted;
import dev.monsh.command.logs.LogRequest;
import dev.monsh.failure.ExitCode;
import dev.monsh.logs.LineFilter;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.stack.OutputLineWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code stack logs}: what the services themselves print, which is not what they collect. */
public final class StackLogsCommand {

    private static final Option.Single<Duration> SINCE = Option.positiveDuration("since", "only lines of the last D");
    private static final Option.Single<Integer> LIMIT =
            Option.number("limit", 0, "the last N lines of each service; 0 means all");
    private static final Option.Single<LineFilter.Search> GREP = LogRequest.grep();

    private static final int USUAL_LINES = 100;

    private final StackChoice choice;
    private final InstantSource clock;
    private final UntilInterrupted interruption;

    public StackLogsCommand(Boxes boxes, StackSources sources, InstantSource clock, UntilInterrupted interruption) {
        this.choice = new StackChoice(boxes, sources);
        this.clock = clock;
        this.interruption = interruption;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return StackChoice.command("stack logs", "Show the output of the services")
                .details("""
                        Shows the last 100 lines of each service in time order; --limit 0 shows all. -f follows new
                        lines, even if a container is restarted or recreated. Plain processes have no times.
                        """)
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .option(Following.FOLLOW)
                .option(SINCE)
                .option(LIMIT)
                .option(GREP)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.JSONL, OutputFormat.RAW)
                .example("monsh stack logs loki --since 10m", "Loki's output of the last ten minutes")
                .example("monsh stack logs --grep 'level=(warn|error)'", "warnings and errors of all services")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Stack stack = choice.running(call);
        List<StackService> services = stack.select(call.argumentsFrom(0));
        Predicate<OutputLine> wanted = wanted(call);
        OutputRequest request = request(call, services);
        Engine engine = choice.engine(call, stack);
        Console console = call.console();
        OutputLineWriter writer = new OutputLineWriter(
                console,
                call.format(),
                services.stream().map(StackService::name).toList());
        if (!request.follow()) {
            engine.logs(stack, request, line -> show(writer, wanted, line));
            return ExitCode.DONE;
        }
        Thread worker = Thread.currentThread();
        interruption.run(
                () -> engine.logs(stack, request, line -> {
                    show(writer, wanted, line);
                    console.out().flush();
                }),
                worker::interrupt);
        return ExitCode.INTERRUPTED;
    }

    private static void show(OutputLineWriter writer, Predicate<OutputLine> wanted, OutputLine line) {
        if (wanted.test(line)) {
            writer.line(line);
        }
    }

    private static Predicate<OutputLine> wanted(Invocation call) {
        Optional<LineFilter.Search> search = call.get(GREP);
        return line -> search.map(regex -> regex.isFoundIn(line.text())).orElse(true);
    }

    private OutputRequest request(Invocation call, List<StackService> services) {
        int lines = call.get(LIMIT).orElse(USUAL_LINES);
        Optional<Instant> since = call.get(SINCE).map(back -> clock.instant().minus(back));
        boolean all = lines == 0 || (since.isPresent() && !call.has(LIMIT));
        return new OutputRequest(
                services, all ? Optional.empty() : Optional.of(lines), since, call.get(Following.FOLLOW));
    }
}
