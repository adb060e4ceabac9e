package dev.monsh.command.shell;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;

/** {@code run FILE}: a script. */
public final class RunCommand {

    private static final Option.Flag KEEP_GOING =
            Option.flag("keep-going", "continue after a failure; the exit code is that of the first failure");

    private final ScriptRun run;

    /** Runs a script file. */
    @FunctionalInterface
    public interface ScriptRun {
        /** Returns the code of the first command that failed, or 0. */
        ExitCode run(Path file, boolean keepGoing, GlobalOptions defaults);
    }

    public RunCommand(ScriptRun run) {
        this.run = run;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("run")
                .group("Itself")
                .summary("Run a script, one command per line")
                .details("""
                        Lines that begin with # are comments; a backslash at the end of a line continues it. Quoting is that
                        of a POSIX shell, and nothing is expanded. The script stops at its first command that fails, says
                        FILE:LINE and ends with that command's exit code. Global options hold for every command in it.
                        """)
                .required("FILE", ValueKind.FILE)
                .option(KEEP_GOING)
                // they hold for the commands of the script
                .formats(OutputFormat.values())
                .example("monsh run check.monsh", "runs the commands of a file")
                .example("monsh run --keep-going check.monsh", "runs them all, whatever fails")
                .runs(session, call -> run.run(Path.of(call.argument(0)), call.get(KEEP_GOING), call.globals()));
    }
}
