package dev.monsh.command.stack;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.stack.Stack;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.DriftKind;
import dev.monsh.stack.engine.Engine;
import dev.monsh.view.stack.DriftViews;
import java.util.List;

/** {@code stack drift}: what runs against what the files say. */
public final class StackDriftCommand {

    private final StackChoice choice;
    private final StackObservers observers;

    public StackDriftCommand(Boxes boxes, StackSources sources, StackObservers observers) {
        this.choice = new StackChoice(boxes, sources);
        this.observers = observers;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return StackChoice.command("stack drift", "Show where the running stack differs from its files")
                .details("""
                        Prints one row per difference: services without a container and containers without a service;
                        image, command, ports, mounts, environment and network compared with the Compose files; what
                        Prometheus, Loki and Promtail have loaded compared with their files; a file that changed after
                        process-exporter started. Values of variables that may be secret are not shown. Without
                        differences it prints nothing and the exit code is 0. The exit code is 1 if there is drift,
                        and 6 if none was found but a server did not answer.
                        """)
                .anyNumber("SERVICE", ValueKind.SERVICE)
                .formats(StackCommands.FORMATS)
                .example("monsh stack drift", "the stack of the chosen box, or of this folder")
                .example("monsh stack drift prometheus -o json", "one service, for a script")
                .runs(session, this::drift);
    }

    private ExitCode drift(Invocation call) {
        Stack stack = choice.stack(call);
        List<String> names = call.argumentsFrom(0);
        stack.select(names);
        Engine engine = choice.engine(call, stack);
        List<Drift> found = observers.finder(engine, StackChoice.patience(call)).find(stack, names);
        DriftViews.drifts(NextSteps::text).print(call.console(), call.format(), found);
        if (found.isEmpty()) {
            call.console().note("no drift: the running stack matches " + stack.folder());
            return ExitCode.DONE;
        }
        return found.stream().allMatch(drift -> drift.kind() == DriftKind.UNREADABLE) ? ExitCode.PARTIAL : ExitCode.NO;
    }
}
