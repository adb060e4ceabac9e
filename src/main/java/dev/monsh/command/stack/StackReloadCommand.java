package dev.monsh.command.stack;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.stack.Stack;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.reload.Reload;
import dev.monsh.stack.reload.ReloadRequest;
import dev.monsh.view.stack.DriftViews;
import dev.monsh.view.stack.ProgressView;
import java.time.Duration;
import java.util.List;

/** {@code stack reload}: servers load what their files say now. */
public final class StackReloadCommand {

    private static final Option.Flag ALL = Option.flag("all", "also reload servers whose configuration has not changed")
            .letter('a');

    /** A restarted Loki alone says for 15 s that it is not ready. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final StackChoice choice;
    private final StackObservers observers;

    public StackReloadCommand(Boxes boxes, StackSources sources, StackObservers observers) {
        this.choice = new StackChoice(boxes, sources);
        this.observers = observers;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return StackChoice.command("stack reload", "Reload the servers whose configuration changed")
                .details("""
                        Prometheus and Promtail read their file again, via their reload URL if enabled, otherwise SIGHUP.
                        Loki and process-exporter are restarted, but only if their file changed, they are named, or --all is
                        given. Rejected files are reported with the line, and the server keeps what it had loaded (exit code
                        5). Returns when each server shows that it has loaded its file; --timeout applies
                        to each one and defaults to 1m.
                        """)
                .option(ALL)
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .formats(StackCommands.FORMATS)
                .example("monsh stack reload", "after editing a configuration file")
                .example("monsh stack reload prometheus --dry-run", "how each server would be reloaded")
                .runs(session, this::reload);
    }

    private ExitCode reload(Invocation call) {
        Stack stack = choice.stack(call);
        ReloadRequest request = new ReloadRequest(
                call.argumentsFrom(0),
                call.get(ALL),
                call.globals().dryRun(),
                call.globals().timeout().orElse(PATIENCE));
        Engine engine = choice.engine(call, stack);
        List<Reload> reloads = observers
                .reloader(engine, StackChoice.patience(call))
                .reload(stack, request, new ProgressView(call.console())::show);
        DriftViews.reloads().print(call.console(), call.format(), reloads);
        return report(call, reloads);
    }

    /** The first failure ends the call; the others are reported before it. */
    private static ExitCode report(Invocation call, List<Reload> reloads) {
        List<MonshException> failures =
                reloads.stream().flatMap(reload -> reload.failure().stream()).toList();
        if (failures.isEmpty()) {
            return ExitCode.DONE;
        }
        failures.stream()
                .skip(1)
                .forEach(each -> call.console().errorLine("monsh: " + each.what() + ": " + each.why()));
        throw failures.getFirst();
    }
}
