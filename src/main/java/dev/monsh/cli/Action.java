package dev.monsh.cli;

import dev.monsh.failure.ExitCode;

/** What a command does: read the call, ask, print. */
@FunctionalInterface
public interface Action {

    /** Runs the command; a failure is thrown as a {@link dev.monsh.failure.MonshException}. */
    ExitCode run(Invocation call) throws Exception;
}
