package dev.monsh.command;

import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs something again and again until the user ends it: {@code --watch}. */
@FunctionalInterface
public interface Repeater {

    /**
     * Runs it every so often. On a terminal each round begins on a clear screen, with a console of the window's present
     * size.
     */
    ExitCode every(Duration pause, Console console, Consumer<Console> round);
}
