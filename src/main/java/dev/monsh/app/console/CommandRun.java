package dev.monsh.app.console;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * Runs lines on a virtual thread each, whose waits for a server an interrupt ends at once; Ctrl-C interrupts it and leads back
 * to the prompt. What is typed meanwhile is not echoed into the results; the next prompt reads it.
 */
final class CommandRun {

    static final int CTRL_C = 3;

    private final ConsoleLoop.SessionControl session;
    private final Terminal terminal;
    private final Function<String, ExitCode> runner;
    private final Path folder;
    private final Path home;

    /**
     * How a command ended, and how long it took.
     *
     * @param program how the program failed that read its results
     */
    record Outcome(ExitCode code, Duration took, Optional<String> program) {
        Outcome(ExitCode code, Duration took) {
            this(code, took, Optional.empty());
        }
    }

    /** How a command ended, and what is to be said of the program that read its results. */
    private record Ended(ExitCode code, Optional<String> program) {
        Ended(ExitCode code) {
            this(code, Optional.empty());
        }
    }

    CommandRun(
            ConsoleLoop.SessionControl session,
            Terminal terminal,
            Function<String, ExitCode> runner,
            Path folder,
            Path home) {
        this.session = session;
        this.terminal = terminal;
        this.runner = runner;
        this.folder = folder;
        this.home = home;
    }

    Outcome run(ResultTarget.Split split, Optional<PagedScreen.Pager> pager) {
        Size size = terminal.getSize();
        Console screen = session.console().resized(size.getColumns(), size.getRows());
        AtomicReference<Ended> ended = new AtomicReference<>(new Ended(ExitCode.FAULT));
        long start = System.nanoTime();
        Thread worker = Thread.ofVirtual().name("command").unstarted(() -> ended.set(runInto(split, pager, screen)));
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> worker.interrupt());
        Attributes typing = terminal.getAttributes();
        Attributes quiet = new Attributes(typing);
        quiet.setControlChar(Attributes.ControlChar.VINTR, CTRL_C);
        quiet.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ECHO, Attributes.LocalFlag.ECHOCTL), false);
        terminal.setAttributes(quiet);
        try {
            worker.start();
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        } finally {
            terminal.setAttributes(typing);
            terminal.handle(Terminal.Signal.INT, before);
            session.use(screen);
        }
        return new Outcome(
                ended.get().code(),
                Duration.ofNanos(System.nanoTime() - start),
                ended.get().program());
    }

    private Ended runInto(ResultTarget.Split split, Optional<PagedScreen.Pager> pager, Console screen) {
        try {
            CommandOutput output = CommandOutput.open(split.target(), screen, pager, folder, home);
            ExitCode code = runInto(output, split.line(), screen);
            if (output.isInterrupted()) {
                if (code != ExitCode.INTERRUPTED) {
                    screen.errorLine("interrupted");
                }
                return new Ended(ExitCode.INTERRUPTED);
            }
            output.failure().ifPresent(screen::errorLine);
            return new Ended(code, output.failure());
        } catch (MonshException e) {
            screen.errorLine("monsh: " + e.what() + ": " + e.why());
            return new Ended(e.exitCode());
        }
    }

    private ExitCode runInto(CommandOutput opened, String line, Console screen) {
        try (CommandOutput output = opened) {
            session.use(output.console());
            ExitCode code = runner.apply(line);
            if (code == ExitCode.INTERRUPTED) {
                screen.errorLine("interrupted");
            }
            if (code == ExitCode.USAGE) {
                output.refused();
            }
            return code;
        }
    }
}
