package dev.monsh.app;

import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.TimedOutException;
import dev.monsh.terminal.ClosedPipeException;
import dev.monsh.terminal.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** The one place where a failure becomes a message and an exit code. */
final class FailureReport {

    private final Console console;

    FailureReport(Console console) {
        this.console = console;
    }

    /**
     * Tells the user and returns the exit code.
     *
     * @param prefix what stands before the message: the program's name, or the place in a script
     */
    ExitCode tell(Throwable failure, String prefix, boolean verbose) {
        ExitCode code = tell(failure, prefix);
        if (verbose && code != ExitCode.DONE) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.errorLine(trace.toString().replace("\t", "    ").stripTrailing());
        }
        return code;
    }

    private ExitCode tell(Throwable failure, String prefix) {
        return switch (failure) {
            case ClosedPipeException _ -> ExitCode.DONE;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            case ConfigurationException e -> {
                for (Problem problem : e.problems()) {
                    console.errorLine(prefix + problem.place() + ": " + problem.message());
                }
                next(e).ifPresent(next -> console.errorLine("  try: " + next));
                yield e.exitCode();
            }
            case MonshException e when e.exitCode() == ExitCode.INTERRUPTED -> e.exitCode();
            case MonshException e -> {
                Optional<String> next = next(e);
                boolean late = next.isEmpty() && e instanceof TimedOutException;
                console.error(prefix + e.what() + ": " + e.why(), late ? Optional.of("--timeout 5m") : next);
                yield e.exitCode();
            }
            case OutOfMemoryError _ -> {
                console.error(
                        prefix + "memory: the answer does not fit; ask for less, or use -o csv or -o jsonl",
                        Optional.empty());
                yield ExitCode.FAULT;
            }
            default -> {
                console.error(
                        prefix + "a bug in monsh: " + failure,
                        Optional.of("run it again with --verbose and report the output"));
                yield ExitCode.FAULT;
            }
        };
    }

    private static Optional<String> next(MonshException failure) {
        return Optional.ofNullable(failure.next()).map(NextSteps::text);
    }
}
