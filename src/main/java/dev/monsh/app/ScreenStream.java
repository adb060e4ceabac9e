package dev.monsh.app;

import dev.monsh.dashboard.loop.CommandLine;
import dev.monsh.terminal.Sanitizer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a command writes, as clean lines for the dashboard. However long a line is, little of it is kept. */
final class ScreenStream extends OutputStream {

    /** More than any window is wide, in bytes. */
    private static final int LONGEST = 8192;

    private static final byte[] CLEAR = WatchLoop.CLEAR.getBytes(StandardCharsets.US_ASCII);

    /** The command that clears the screen clears what is above it as well; here nothing is. */
    private static final byte[] CLEAR_SCROLLED = "\u001b[3J".getBytes(StandardCharsets.US_ASCII);

    private final CommandLine.Screen screen;
    private final byte[] line = new byte[LONGEST];
    private int used;

    ScreenStream(CommandLine.Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            hand();
        } else if (used < LONGEST) {
            line[used++] = (byte) b;
            clearWhereAsked();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** A command that repeats itself begins each round with this. */
    private void clearWhereAsked() {
        if (begins(CLEAR)) {
            used = 0;
            screen.clear();
        } else if (begins(CLEAR_SCROLLED)) {
            used = 0;
        }
    }

    private boolean begins(byte[] sequence) {
        return used == sequence.length && Arrays.equals(line, 0, used, sequence, 0, used);
    }

    private void hand() {
        screen.line(Sanitizer.visible(new String(line, 0, used, StandardCharsets.UTF_8)));
        used = 0;
    }

    /** Hands on what has no line end. */
    @Override
    public synchronized void close() {
        if (used > 0) {
            hand();
        }
    }
}
