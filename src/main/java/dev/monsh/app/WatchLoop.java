package dev.monsh.app;

import dev.monsh.command.Repeater;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs something again and again until Ctrl-C. A server that is away for a while does not end it. */
final class WatchLoop implements Repeater {

    /** Begins a round on a terminal: the cursor goes home, and the screen is empty. */
    static final String CLEAR = "\u001b[H\u001b[2J";

    @Override
    public ExitCode every(Duration pause, Console console, Consumer<Console> round) {
        if (pause.toMillis() < 100) {
            throw new UsageException("--watch", "must be at least 100ms");
        }
        while (true) {
            runOnce(console, round);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new InterruptedByUserException("watch", "interrupted", null, e);
            }
        }
    }

    private void runOnce(Console console, Consumer<Console> round) {
        boolean terminal = console.profile().stdoutTerminal();
        // where nobody sits, no window is pulled to another size
        boolean window = terminal && console.profile().stdinTerminal();
        Console sized = window ? WindowSize.ask().applyTo(console) : console;
        if (terminal && console.profile().escapes() && console.profile().height() > 0) {
            sized.out().write(CLEAR);
        }
        try {
            round.accept(sized);
        } catch (UnreachableException | TimedOutException e) {
            sized.out().flush();
            sized.errorLine("monsh: " + e.what() + ": " + e.why() + "; asking again");
        }
        sized.out().flush();
    }
}
