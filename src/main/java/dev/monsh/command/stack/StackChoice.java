package dev.monsh.command.stack;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stack that a call is about, and its engine: the options that all of the stack's commands share. */
final class StackChoice {

    static final Option.Single<WantedEngine> ENGINE = Option.choice(
            "engine",
            "ENGINE",
            WantedEngine.class,
            "what runs the services; auto means Compose if a Docker engine answers");

    static final Option.Single<Path> STACK = Option.folder("stack", "the stack's folder; default: the chosen box's");

    /** How long an engine or a server may take for one answer where no --timeout says otherwise. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What {@code --engine} can be. */
    enum WantedEngine {
        COMPOSE,
        NATIVE,
        AUTO;

        Optional<EngineKind> kind() {
            return switch (this) {
                case COMPOSE -> Optional.of(EngineKind.COMPOSE);
                case NATIVE -> Optional.of(EngineKind.NATIVE);
                case AUTO -> Optional.empty();
            };
        }
    }

    private final Boxes boxes;
    private final StackSources sources;

    StackChoice(Boxes boxes, StackSources sources) {
        this.boxes = boxes;
        this.sources = sources;
    }

    /** Returns a builder of a command with those options. */
    static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name)
                .group("Stack")
                .summary(summary)
                .option(ENGINE)
                .option(STACK);
    }

    /** What is known of a stack. */
    private sealed interface Known {

        /** A stack, perhaps not whole; then that was said. */
        record Read(Stack stack) implements Known {}

        /** Nothing, since neither monsh nor Compose can read its files. */
        record Unreadable(MonshException why) implements Known {}
    }

    /**
     * Returns the stack. Where monsh cannot read all of its files, Compose's own reading counts; where that is not to be
     * had, the stack is what monsh can read, with a warning for each thing that is left out.
     *
     * @throws MonshException where nothing can be read
     */
    Stack stack(Invocation call) {
        return switch (known(call, folder(call))) {
            case Known.Read(Stack stack) -> stack;
            case Known.Unreadable(MonshException why) -> throw why;
        };
    }

    /**
     * Returns the stack for a command that looks at what runs or ends it: where nothing of the files can be read, with the
     * services that run.
     */
    Stack running(Invocation call) {
        Path folder = folder(call);
        return switch (known(call, folder)) {
            case Known.Read(Stack stack) -> stack;
            case Known.Unreadable(MonshException why) -> {
                call.console().warn(why.getMessage() + "; only what runs is known");
                Stack bare = sources.bare(folder);
                Optional<EngineKind> wanted = call.get(ENGINE).flatMap(WantedEngine::kind);
                List<StackService> services =
                        sources.engine(wanted, bare, patience(call)).engine().status(bare).stream()
                                .map(status -> StackService.running(status.service()))
                                .toList();
                yield new Stack(bare.folder(), bare.composeFile(), services);
            }
        };
    }

    private Known known(Invocation call, Path folder) {
        boolean plain = call.get(ENGINE).filter(WantedEngine.NATIVE::equals).isPresent();
        if (!plain && !call.globals().dryRun()) {
            sources.expectEngine(folder);
        }
        StackReading own;
        try {
            own = sources.read(folder);
        } catch (ConfigurationException e) {
            if (e.problems().getFirst().line() == 0) {
                // a folder without a Compose file has nothing that Compose could read
                throw e;
            }
            return byCompose(folder, e);
        }
        return own.missing().isEmpty() ? new Known.Read(own.stack()) : byCompose(call, folder, own);
    }

    private Known byCompose(Path folder, ConfigurationException own) {
        return switch (sources.byCompose(folder)) {
            case StackSources.ComposeReading.Taken(StackReading reading) -> new Known.Read(reading.stack());
            case StackSources.ComposeReading.Refused(MonshException why) -> new Known.Unreadable(why);
            case StackSources.ComposeReading.Absent _ -> new Known.Unreadable(own);
        };
    }

    private Known byCompose(Invocation call, Path folder, StackReading own) {
        return switch (sources.byCompose(folder)) {
            case StackSources.ComposeReading.Taken(StackReading reading) ->
                new Known.Read(reading.stack().inOrderOf(own.stack()));
            case StackSources.ComposeReading.Absent _, StackSources.ComposeReading.Refused _ -> {
                own.missing().forEach(problem -> call.console().warn(problem + "; left out"));
                yield new Known.Read(own.stack());
            }
        };
    }

    Path folder(Invocation call) {
        return call.get(STACK).orElseGet(() -> {
            Box box = boxes.chosen(call.globals());
            return box.stack()
                    .orElseThrow(() -> new UsageException(
                            call.commandName(),
                            "the box " + box.name() + " has no stack folder on this machine",
                            "monsh " + call.commandName() + " --stack DIR"));
        });
    }

    /** Returns the engine, and says which one was picked where none was named. */
    Engine engine(Invocation call, Stack stack) {
        Optional<EngineKind> wanted = call.get(ENGINE).flatMap(WantedEngine::kind);
        StackSources.ChosenEngine chosen = sources.engine(wanted, stack, patience(call));
        if (wanted.isEmpty()) {
            call.console().note("engine: " + chosen.engine().kind().word() + " (" + chosen.why() + ")");
        }
        return chosen.engine();
    }

    /** Returns how long one answer may take. */
    static Duration patience(Invocation call) {
        return call.globals().timeout().orElse(PATIENCE);
    }
}
