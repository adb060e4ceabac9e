package dev.monsh.command.box;

import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.box.ConfigurationView;
import java.util.stream.Stream;

/** {@code config …}: the configuration file. */
public final class ConfigCommands {

    private final Boxes boxes;

    public ConfigCommands(Boxes boxes) {
        this.boxes = boxes;
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
                        .details("Each fault is reported with file, line and column. Secrets are not read.")
                        .example("monsh config check", "exit code 0 when there is nothing wrong, else 2")
                        .runs(session, this::check),
                MonshCommand.named("config path")
                        .group("Boxes")
                        .summary("Print where the configuration file is, or would be")
                        .example("monsh config path", "for an editor: $EDITOR \"$(monsh config path)\"")
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
        // a choice of box that fails is a fault of the configuration, too
        boxes.chosen(call.globals());
        if (configuration.present()) {
            int count = configuration.boxes().size();
            call.console().note(location.file() + ": no faults; " + count + (count == 1 ? " box" : " boxes"));
        } else {
            call.console().note(location.file() + ": file not found; everything points at this machine");
        }
        return ExitCode.DONE;
    }

    private ExitCode path(Invocation call) {
        call.console()
                .out()
                .write(call.console()
                                .clean(boxes.location(call.globals()).file().toString()) + "\n");
        return ExitCode.DONE;
    }
}
