package dev.monsh.terminal;

import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
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

    private final Terminal terminal;
    private final Attributes before;
    private final Object resizeBefore;
    private final Object continueBefore;

    private RawTerminal(Terminal terminal, Runnable resized, Runnable continued) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
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
        Attributes raw = new Attributes(before);
        raw.setLocalFlag(Attributes.LocalFlag.ICANON, false);
        raw.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        raw.setLocalFlag(Attributes.LocalFlag.IEXTEN, false);
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        raw.setInputFlag(Attributes.InputFlag.IXON, false);
        raw.setInputFlag(Attributes.InputFlag.ICRNL, false);
        raw.setInputFlag(Attributes.InputFlag.INLCR, false);
        raw.setControlChar(Attributes.ControlChar.VMIN, 0);
        raw.setControlChar(Attributes.ControlChar.VTIME, 1);
        terminal.setAttributes(raw);
    }

    /** Puts the mode back as it was found. */
    public void restore() {
        terminal.setAttributes(before);
    }

    @Override
    public void close() {
        restore();
        Signals.unregister(RESIZED, resizeBefore);
        Signals.unregister(CONTINUED, continueBefore);
    }
}
