package dev.monsh.dashboard.screen;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads the keys of a raw terminal on a thread of its own. A sequence that has come only in part is held back for a moment,
 * so that the rest of an arrow key on a slow line is not taken for Esc and two letters.
 */
final class KeyReader implements AutoCloseable {

    private static final int ESCAPE = 0x1b;
    private static final long PATIENCE_MILLIS = 25;

    /** Reads that end at once, without a key, so many times in a row: the terminal has gone. */
    private static final int LOST = 20;

    private final FileInputStream terminal;
    private final PasteFilter pastes;
    private final Runnable lost;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Prepares it.
     *
     * @param came called after bytes of keys have come
     * @param pasted takes what was pasted between them
     * @param lost called when the terminal has gone
     */
    KeyReader(FileInputStream terminal, KeyBytes bytes, Runnable came, Consumer<String> pasted, Runnable lost) {
        this.terminal = terminal;
        this.pastes = new PasteFilter(new PasteFilter.Target() {
            @Override
            public void keys(byte[] keys, int count) {
                bytes.add(keys, count);
                came.run();
            }

            @Override
            public void paste(String text) {
                pasted.accept(text);
            }
        });
        this.lost = lost;
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-keys").unstarted(this::run);
    }

    KeyReader start() {
        thread.start();
        return this;
    }

    private void run() {
        byte[] buffer = new byte[4096];
        int quick = 0;
        try {
            while (!closed) {
                long begun = System.nanoTime();
                int count = terminal.read(buffer);
                if (count > 0) {
                    quick = 0;
                    hand(buffer, count);
                } else {
                    quick = System.nanoTime() - begun < 20_000_000 ? quick + 1 : 0;
                    if (quick >= LOST) {
                        lost.run();
                        return;
                    }
                }
            }
        } catch (IOException e) {
            if (!closed) {
                lost.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(byte[] buffer, int count) throws IOException, InterruptedException {
        int size = count;
        if (isOpen(buffer, size) && size < buffer.length) {
            Thread.sleep(PATIENCE_MILLIS);
            int more = terminal.available() > 0 ? terminal.read(buffer, size, buffer.length - size) : 0;
            size += Math.max(0, more);
        }
        pastes.add(buffer, size);
    }

    /** Whether the last escape sequence may go on, or the last character has bytes to come. */
    private static boolean isOpen(byte[] buffer, int size) {
        int from = Math.max(0, size - 12);
        for (int i = size - 1; i >= from; i--) {
            if (buffer[i] == ESCAPE) {
                return i == size - 1 || isUnfinished(buffer, i + 1, size);
            }
        }
        return size > 0 && (buffer[size - 1] & 0xc0) == 0xc0;
    }

    private static boolean isUnfinished(byte[] buffer, int from, int size) {
        if (buffer[from] != '[' && buffer[from] != 'O') {
            return false;
        }
        // ECMA-48: a control sequence ends with a byte from @ to ~
        for (int i = from + 1; i < size; i++) {
            if (buffer[i] >= '@' && buffer[i] <= '~') {
                return false;
            }
        }
        return true;
    }

    /** Ends it; the read that is under way ends by itself within a tenth of a second. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has been read and not been decoded yet; never waits. */
    static final class KeyBytes extends InputStream {

        private byte[] waiting = new byte[0];
        private int at;

        synchronized void add(byte[] more, int count) {
            byte[] all = new byte[waiting.length - at + count];
            System.arraycopy(waiting, at, all, 0, waiting.length - at);
            System.arraycopy(more, 0, all, waiting.length - at, count);
            waiting = all;
            at = 0;
        }

        @Override
        public synchronized int read() {
            return at < waiting.length ? waiting[at++] & 0xff : -1;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            int count = Math.min(length, waiting.length - at);
            System.arraycopy(waiting, at, target, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public synchronized int available() {
            return waiting.length - at;
        }
    }
}
