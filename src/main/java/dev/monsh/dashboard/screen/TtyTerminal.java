package dev.monsh.dashboard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Lanterna's terminal on streams of ours. Its own one starts a shell for every change of the terminal's mode, and asks for
 * the window's size with a sequence whose answer would come between the keys.
 */
final class TtyTerminal extends ANSITerminal {

    /** Programs between us and the screen, such as tmux, take no more. */
    private static final int LONGEST_COPY = 70_000;

    private final Supplier<TerminalSize> size;

    TtyTerminal(InputStream in, OutputStream out, Supplier<TerminalSize> size) {
        super(in, out, StandardCharsets.UTF_8);
        this.size = size;
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size.get();
    }

    /** The terminal marks what is pasted (xterm's bracketed paste), so that it is not taken for keys. */
    @Override
    public void enterPrivateMode() throws IOException {
        super.enterPrivateMode();
        writeToTerminal("\u001b[?2004h".getBytes(StandardCharsets.US_ASCII));
        flush();
    }

    @Override
    public void exitPrivateMode() throws IOException {
        writeToTerminal("\u001b[?2004l".getBytes(StandardCharsets.US_ASCII));
        super.exitPrivateMode();
    }

    /** Puts a text on the terminal's clipboard (xterm's OSC 52). */
    void copy(String text) throws IOException {
        String cut = text.length() > LONGEST_COPY ? text.substring(0, LONGEST_COPY) : text;
        String encoded = Base64.getEncoder().encodeToString(cut.getBytes(StandardCharsets.UTF_8));
        writeToTerminal(("\u001b]52;c;" + encoded + "\u0007").getBytes(StandardCharsets.US_ASCII));
        flush();
    }
}
