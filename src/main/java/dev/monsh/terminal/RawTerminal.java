package dev.monsh.terminal;

import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramInput;
import dev.monsh.os.ProgramRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/**
 * The terminal of this process with its keys passed on as they come, unedited and without signals, until it is put back as
 * it was found. See termios(3).
 */
public final class RawTerminal implements AutoCloseable {

    private static final String RESIZED = "WINCH";
    private static final String CONTINUED = "CONT";

    private static final String DEVICE = "/dev/tty";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Enter stays a line feed; a read ends after a tenth of a second, also when no key has come. */
    private static final List<String> RAW =
            List.of("-icanon", "-echo", "-iexten", "-isig", "-ixon", "-inlcr", "icrnl", "min", "0", "time", "1");

    private final String before;
    private final Object resizeBefore;
    private final Object continueBefore;
    private volatile Window window;

    /** The size of the window, in character cells. */
    private record Window(int columns, int rows) {}

    private RawTerminal(Runnable resized, Runnable continued) {
        this.before = stty(List.of("-g")).orElse("").strip();
        this.window = measure(new Window(80, 24));
        this.resizeBefore = Signals.register(RESIZED, () -> measured(resized));
        this.continueBefore = Signals.register(CONTINUED, () -> measured(continued));
    }

    /**
     * Opens it, without a change of its mode yet.
     *
     * @param resized called on another thread when the window has another size
     * @param continued called on another thread when the process continues after a stop
     */
    public static RawTerminal open(Runnable resized, Runnable continued) {
        RawTerminal terminal = new RawTerminal(resized, continued);
        if (terminal.before.isEmpty()) {
            terminal.close();
            throw new UnreachableException("terminal", "its mode can't be read by stty");
        }
        return terminal;
    }

    private void measured(Runnable then) {
        window = measure(window);
        then.run();
    }

    /** Asks for the size; where it can't be had, the one known so far stays. */
    private static Window measure(Window known) {
        String[] rowsAndColumns = stty(List.of("size")).orElse("").strip().split(" ", -1);
        try {
            int rows = Integer.parseInt(rowsAndColumns[0]);
            int columns = Integer.parseInt(rowsAndColumns[rowsAndColumns.length - 1]);
            return rows > 0 && columns > 0 ? new Window(columns, rows) : known;
        } catch (NumberFormatException e) {
            return known;
        }
    }

    /** Returns the columns of the window. */
    public int columns() {
        return window.columns();
    }

    /** Returns the rows of the window. */
    public int rows() {
        return window.rows();
    }

    /**
     * Switches to raw mode: a read ends after a tenth of a second, also when no key has come.
     *
     * @throws UnreachableException if the mode could not be set; without it no key would arrive before Enter
     */
    public void raw() {
        if (stty(RAW).isEmpty()) {
            throw new UnreachableException("terminal", "its mode can't be set by stty");
        }
    }

    /** Puts the mode back as it was found. */
    public void restore() {
        if (!before.isEmpty()) {
            stty(List.of(before));
        }
    }

    /**
     * JLine sets modes as well, but loses the bits that it has no name for, among them the line's speed. Where the terminal has
     * gone there is nothing to be set or put back, and the answer is empty.
     */
    private static Optional<String> stty(List<String> words) {
        // the terminal is put back in a thread that was interrupted, too
        boolean interrupted = Thread.interrupted();
        try {
            List<String> call = Stream.concat(Stream.of("stty"), words.stream()).toList();
            return Program.of(call, Map.of(), PATIENCE)
                    .reading(new ProgramInput.FromFile(Path.of(DEVICE)))
                    .run()
                    .success()
                    .map(ProgramRun.Ended::outText);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        restore();
        Signals.unregister(RESIZED, resizeBefore);
        Signals.unregister(CONTINUED, continueBefore);
    }
}
