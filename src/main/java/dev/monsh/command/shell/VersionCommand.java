package dev.monsh.command.shell;

import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import java.util.Optional;

/** {@code version}. */
public final class VersionCommand {

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("version")
                .group("Itself")
                .summary("Print the version")
                .example("monsh version", "the versions of monsh and of the Java that runs it")
                .runs(session, call -> {
                    print(call.console());
                    return ExitCode.DONE;
                });
    }

    /** Prints the version of monsh and of Java. */
    public static void print(Console console) {
        String version = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("development");
        console.out().write("monsh " + version + " (Java " + Runtime.version() + ")\n");
    }
}
