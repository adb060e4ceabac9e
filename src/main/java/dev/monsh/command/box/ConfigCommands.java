package dev.monsh.command.box;

import dev.monsh.box.BoxChoice;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.ConsoleSettings;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.Shortcuts;
import dev.monsh.command.Boxes;
import dev.monsh.failure.Counted;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.box.ConfigurationView;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code config …}: the configuration file. */
public final class ConfigCommands {

    private final Boxes boxes;
    private final Supplier<CommandTree> tree;

    public ConfigCommands(Boxes boxes, Supplier<CommandTree> tree) {
        this.boxes = boxes;
        this.tree = tree;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                MonshCommand.named("config show")
                        .group("Boxes")
                        .summary("Show the configuration as it is understood, without secrets")
                        .formats(OutputFormat.YAML, OutputFormat.JSON)
                        .example("monsh config show", "every box with its addresses and where its secrets come from")
                        .runs(session, this::show),
                MonshCommand.named("config check")
                        .group("Boxes")
                        .summary("Check the configuration and report all problems together")
                        .details("Each error is reported with file, line and column. Secrets are not read.")
                        .example("monsh config check", "exit code 0 if everything is correct, otherwise 2")
                        .runs(session, this::check),
                MonshCommand.named("config path")
                        .group("Boxes")
                        .summary("Print where the configuration file is, or would be")
                        .example("monsh config path", "open it in an editor: $EDITOR \"$(monsh config path)\"")
                        .runs(session, this::path));
    }

    private ExitCode show(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        new ConfigurationView(call.console()).print(configuration, call.format());
        return ExitCode.DONE;
    }

    private ExitCode check(Invocation call) {
        ConfigurationLocation location = boxes.location(call.globals());
        Configuration configuration = boxes.store(call.globals()).load();
        ConsoleSettings settings = configuration.console();
        new TreeMap<>(settings.aliases())
                .forEach((name, line) -> useless(name, line, settings)
                        .ifPresent(why -> call.console().warn("the alias " + name + " " + why)));
        // a name in it that no box has is a fault of the configuration, too; that none is chosen is not
        configuration.current().ifPresent(name -> BoxChoice.find(configuration, name));
        if (configuration.present()) {
            int count = configuration.boxes().size();
            call.console().note(location.file() + ": no errors; " + Counted.of(count, "box", "boxes"));
        } else {
            call.console().note(location.file() + ": file not found; everything points at this machine");
        }
        return ExitCode.DONE;
    }

    /** Says why an alias does nothing; empty where it may. */
    private Optional<String> useless(String name, String line, ConsoleSettings settings) {
        String first = line.strip().split("\\s", 2)[0];
        if (tree.get().leadsOn(List.of(name))) {
            return Optional.of("is never used: a command has this name");
        }
        boolean works = !Shortcuts.isName(first)
                || settings.bareExpressions()
                || settings.aliases().containsKey(first)
                || tree.get().leadsOn(List.of(first));
        return works ? Optional.empty() : Optional.of("begins with " + first + ", which isn't a command");
    }

    private ExitCode path(Invocation call) {
        call.console()
                .out()
                .write(call.console()
                                .clean(boxes.location(call.globals()).file().toString()) + "\n");
        return ExitCode.DONE;
    }
}
