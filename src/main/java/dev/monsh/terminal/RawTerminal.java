package dev.monsh.terminal;

import dev.monsh.failure.UnreachableException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;

/**
 * The terminal of this process with its keys passed on as they come, unedited and without signals, until it is put back as
 * it was found. See termios(3).
 */
public final class RawTerminal implements AutoCloseable {

    private static final String RESIZED = "WINCH";
    private static final String CONTINUED = "CONT";

    private static final String DEVICE = "/dev/tty";

    /** Enter stays a line feed; a read ends after a tenth of a second, also when no key has come. */
    private static final List<String> RAW =
            List.of("-icanon", "-echo", "-iexten", "-isig", "-ixon", "-inlcr", "icrnl", "min", "0", "time", "1");

    private final Terminal terminal;
    private final String before;
    private final Object resizeBefore;
    private final Object continueBefore;

    private RawTerminal(Terminal terminal, Runnable resized, Runnable continued) {
        this.terminal = terminal;
        this.before = stty(List.of("-g")).strip();
        this.resizeBefore = Signals.register(RESIZED, resized);
        this.continueBefore = Signals.register(CONTINUED, continued);
    }

    /**
     * Opens it, without a change of its mode yet.
     *
     * @param resized called on another thread when the window has another size
     * @param continued called on another thread when the process goes on after a stop
     */
    public static RawTerminal open(Runnable resized, Runnable continued) {
        try {
            Terminal terminal = new FfmTerminalProvider()
                    .sysTerminal(
                            "monsh",
                            "ansi",
                            false,
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_8,
                            false,
                            Terminal.SignalHandler.SIG_DFL,
                            true,
                            SystemStream.Output);
            return new RawTerminal(terminal, resized, continued);
        } catch (IOException e) {
            throw new UnreachableException("terminal", "can't be used: " + e.getMessage(), null, e);
        }
    }

    /** Returns the columns of the window. */
    public int columns() {
        return size().getColumns();
    }

    /** Returns the rows of the window. */
    public int rows() {
        return size().getRows();
    }

    private Size size() {
        return terminal.getSize();
    }

    /** Switches to raw mode: a read ends after a tenth of a second, also when no key has come. */
    public void raw() {
        stty(RAW);
    }

    /** Puts the mode back as it was found. */
    public void restore() {
        if (!before.isEmpty()) {
            stty(List.of(before));
        }
    }

    /** JLine sets a mode as well, but forgets the bits that it has no name for, among them the line's speed. */
    private static String stty(List<String> words) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of("stty"), words.stream()).toList())
                    .redirectInput(new File(DEVICE))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return answer;
        } catch (IOException e) {
            // the terminal has gone; there is nothing to be set or put back
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        restore();
        Signals.unregister(RESIZED, resizeBefore);
        Signals.unregister(CONTINUED, continueBefore);
    }
}
