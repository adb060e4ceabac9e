package dev.monsh.command.stack;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.command.Boxes;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Stack;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The stack that a call is about, and its engine: the options that all of the stack's commands share. */
final class StackChoice {

    static final Option.Single<WantedEngine> ENGINE = Option.choice(
            "engine", "ENGINE", WantedEngine.class, "what runs the services; auto means Compose if a Docker engine answers");

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

    Stack stack(Invocation call) {
        Path folder = folder(call);
        boolean plain = call.get(ENGINE).filter(WantedEngine.NATIVE::equals).isPresent();
        if (!plain && !call.globals().dryRun()) {
            sources.expectEngine(folder);
        }
        return sources.read(folder).stack();
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
