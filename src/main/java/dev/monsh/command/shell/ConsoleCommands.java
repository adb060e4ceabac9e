package dev.monsh.command.shell;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.failure.ExitCode;
import java.util.stream.Stream;

/** {@code exit} and {@code clear}, which mean something at a prompt and are harmless elsewhere. */
public final class ConsoleCommands {

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private ConsoleCommands() {}

    /** Returns the commands. The console and scripts end by themselves on {@code exit}. */
    public static Stream<MonshCommand> define(Session session) {
        return Stream.of(
                MonshCommand.named("exit")
                        .group("Console")
                        .summary("Leave the console, or end a script")
                        .details("quit and Ctrl-D do the same.")
                        .alias("quit")
                        .example("monsh exit", "in a script: its end, with the exit code so far")
                        .runs(session, call -> ExitCode.DONE),
                MonshCommand.named("clear")
                        .group("Console")
                        .summary("Clear the screen")
                        .example("monsh clear", "an empty screen")
                        .runs(session, ConsoleCommands::clear));
    }

    private static ExitCode clear(Invocation call) {
        if (call.console().profile().stdoutTerminal()
                && call.console().profile().escapes()) {
            call.console().out().write(CLEAR);
        }
        return ExitCode.DONE;
    }
}
