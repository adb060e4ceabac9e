package dev.monsh.command.stack;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.Following;
import dev.monsh.command.Repeater;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.stack.status.StatusReporter;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.stack.ProgressView;
import dev.monsh.view.stack.StackViews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code up}, {@code down}, {@code restart}, {@code status} and {@code stack pull}: the services and how they are. */
public final class StackCommands {

    private static final Option.Flag VOLUMES =
            Option.flag("volumes", "also delete the stored data").letter('V');

    static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    /** Loki alone says for 15 s after its start that it is not ready; images may have to come first. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final StackChoice choice;
    private final StackSources sources;
    private final InstantSource clock;
    private final Repeater repeater;

    public StackCommands(Boxes boxes, StackSources sources, InstantSource clock, Repeater repeater) {
        this.choice = new StackChoice(boxes, sources);
        this.sources = sources;
        this.clock = clock;
        this.repeater = repeater;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                starting().runs(session, this::up),
                ending().runs(session, this::down),
                restarting().runs(session, this::restart),
                telling().runs(session, this::status),
                pulling().runs(session, this::pull));
    }

    private static MonshCommand.Builder starting() {
        return StackChoice.command("up", "Start the stack and wait until every service is ready")
                .details("""
                        Returns when each service answers its own readiness URL with 200 through its published port.
                        Otherwise it names the service that does not, the reason, and its last lines. --timeout covers
                        the whole start and defaults to 5m.
                        """)
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .formats(FORMATS)
                .example("monsh up", "the stack of the chosen box, or of this folder")
                .example("monsh up prometheus --timeout 30s", "one service, with a shorter time limit");
    }

    private ExitCode up(Invocation call) {
        Stack stack = choice.stack(call);
        List<StackService> services = stack.select(call.argumentsFrom(0));
        if (call.globals().dryRun()) {
            return say(call, "would start " + names(services));
        }
        Engine engine = choice.engine(call, stack);
        return started(call, engine.up(stack, services, timeout(call), new ProgressView(call.console())::show));
    }

    private static ExitCode started(Invocation call, List<ServiceStatus> statuses) {
        for (ServiceStatus status : statuses) {
            if (status.state() == ServiceState.ABSENT) {
                call.console().warn(status.service() + " is not started: its program is not on this machine");
            }
        }
        StackViews.statuses().print(call.console(), call.format(), statuses);
        return ExitCode.DONE;
    }

    private static Duration timeout(Invocation call) {
        return call.globals().timeout().orElse(START_PATIENCE);
    }

    private static ExitCode say(Invocation call, String text) {
        call.console().note(text);
        return ExitCode.DONE;
    }

    private static String names(List<StackService> services) {
        return String.join(", ", services.stream().map(StackService::name).toList());
    }

    private static MonshCommand.Builder ending() {
        return StackChoice.command("down", "Stop the stack's services and remove their containers")
                .option(VOLUMES)
                .example("monsh down", "data in volumes is kept");
    }

    private ExitCode down(Invocation call) {
        Stack stack = choice.running(call);
        boolean volumes = call.get(VOLUMES);
        if (call.globals().dryRun()) {
            return say(call, "would stop " + names(stack.services()) + (volumes ? " and delete their volumes" : ""));
        }
        Engine engine = choice.engine(call, stack);
        List<Ended> ended = engine.down(stack, volumes, new ProgressView(call.console())::show);
        List<String> names = ended.stream().map(Ended::name).toList();
        return say(call, names.isEmpty() ? "nothing was running" : "ended: " + String.join(", ", names));
    }

    private static MonshCommand.Builder restarting() {
        return StackChoice.command("restart", "Recreate services and wait until they are ready")
                .details(
                        "Containers are recreated, so that a changed Compose file and changed configuration take effect.")
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .formats(FORMATS)
                .example("monsh restart process-exporter", "after you changed its rules");
    }

    private ExitCode restart(Invocation call) {
        Stack stack = choice.stack(call);
        List<StackService> services = stack.select(call.argumentsFrom(0));
        if (call.globals().dryRun()) {
            return say(call, "would restart " + names(services));
        }
        Engine engine = choice.engine(call, stack);
        return started(call, engine.restart(stack, services, timeout(call), new ProgressView(call.console())::show));
    }

    private static MonshCommand.Builder telling() {
        return StackChoice.command("status", "Show service status")
                .details("""
                        Prints one row per service: the container's state and health, whether its readiness URL
                        answers, its version, age, restarts, ports, CPU and memory use, whether Prometheus scrapes it,
                        and how many process groups and log streams are active. The exit code is 1 if a service is not
                        ready. --timeout applies to each request.
                        """)
                .option(Following.WATCH)
                .formats(FORMATS)
                .example("monsh status", "the stack of the chosen box, or of this folder")
                .example("monsh status -o json", "as JSON, for a script");
    }

    private ExitCode status(Invocation call) {
        Stack stack = choice.running(call);
        Engine engine = choice.engine(call, stack);
        StatusReporter reporter = sources.reporter(StackChoice.patience(call));
        Optional<Duration> watch = call.get(Following.WATCH);
        if (watch.isEmpty()) {
            return report(call, reporter, engine, stack, call.console());
        }
        return repeater.every(watch.get(), call.console(), console -> report(call, reporter, engine, stack, console));
    }

    private ExitCode report(Invocation call, StatusReporter reporter, Engine engine, Stack stack, Console console) {
        try {
            List<ServiceReport> reports = reporter.report(engine, stack);
            StackViews.reports(clock.instant()).print(console, call.format(), reports);
            return reports.stream().allMatch(ServiceReport::isWell) ? ExitCode.DONE : ExitCode.NO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("status", "interrupted");
        }
    }

    private static MonshCommand.Builder pulling() {
        return StackChoice.command("stack pull", "Pull the images of the services without starting them")
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .example("monsh stack pull", "so that the next start is quick");
    }

    private ExitCode pull(Invocation call) {
        Stack stack = choice.stack(call);
        List<StackService> services = stack.select(call.argumentsFrom(0));
        if (call.globals().dryRun()) {
            return say(call, "would pull the images of " + names(services));
        }
        choice.engine(call, stack).pull(stack, services, new ProgressView(call.console())::show);
        return ExitCode.DONE;
    }
}
