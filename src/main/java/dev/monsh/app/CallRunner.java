package dev.monsh.app;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.HelpPages;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.ParsedCall;
import dev.monsh.command.Following;
import dev.monsh.command.shell.VersionCommand;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs one parsed call: the command, or its help. Failures are reported and become the exit code. */
final class CallRunner {

    private final CommandTree tree;
    private final CurrentSession session;

    CallRunner(CommandTree tree, CurrentSession session) {
        this.tree = tree;
        this.session = session;
    }

    /**
     * Parses and runs a call.
     *
     * @param prefix what stands before a failure's message
     */
    ExitCode run(Supplier<ParsedCall> call, String prefix) {
        boolean verbose = session.defaults().verbose();
        Console console = session.console();
        try {
            ParsedCall parsed = call.get();
            verbose = verbose || parsed.has(GlobalOptions.VERBOSE);
            try (ElapsedTime _ = elapsed(parsed)) {
                ExitCode code = execute(parsed);
                console.out().flush();
                return code;
            }
        } catch (Throwable failure) {
            return new FailureReport(console).tell(flushed(failure), prefix, verbose);
        }
    }

    /** Commands that print results may keep who waits for a server informed; others have progress of their own. */
    private ElapsedTime elapsed(ParsedCall call) {
        Console console = session.console();
        boolean asks = tree.find(call.path())
                .filter(command -> !command.formats().isEmpty())
                .isPresent();
        boolean goesOn = call.options().stream().anyMatch(given -> Following.isOne(given.option()));
        boolean shown = asks && !goesOn && !call.has(GlobalOptions.QUIET) && console.canShowPassing();
        return shown ? ElapsedTime.on(console) : ElapsedTime.none();
    }

    private ExitCode execute(ParsedCall call) throws Exception {
        List<String> path = call.path();
        if (call.has(GlobalOptions.HELP)) {
            new HelpPages(tree, session.console()).print(path);
            return ExitCode.DONE;
        }
        if (call.has(GlobalOptions.VERSION)) {
            VersionCommand.print(session.console());
            return ExitCode.DONE;
        }
        Optional<MonshCommand> command = tree.find(path);
        if (command.isEmpty()) {
            throw path.isEmpty()
                    ? new UsageException("options", "are given without a command", "monsh help")
                    : tree.incomplete(path);
        }
        return tree.run(command.get(), call, new PrintWriter(session.console().out()));
    }

    /** Writes what the command had printed before it failed; a reader that has gone is then the failure to tell. */
    private Throwable flushed(Throwable failure) {
        try {
            session.console().out().flush();
            return failure;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
