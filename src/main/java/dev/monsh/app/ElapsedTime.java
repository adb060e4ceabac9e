package dev.monsh.app;

import dev.monsh.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Says on the terminal how long an answer has been awaited, from the first second on; erased before anything is printed. */
final class ElapsedTime implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final String ERASE = "\r\u001b[K";

    private final OutputStream screen;
    private final long start = System.nanoTime();
    private boolean shown;
    private boolean ended;

    private ElapsedTime(OutputStream screen) {
        this.screen = screen;
    }

    /** Begins to count. */
    static ElapsedTime on(Console console) {
        // not through the console: its buffers belong to the command's own thread
        ElapsedTime elapsed = new ElapsedTime(new FileOutputStream(FileDescriptor.err));
        console.beforeSending(elapsed::close);
        Thread ticking = new Thread(elapsed::tick, "elapsed");
        ticking.setDaemon(true);
        ticking.start();
        return elapsed;
    }

    /** Returns one that says nothing. */
    static ElapsedTime none() {
        ElapsedTime none = new ElapsedTime(OutputStream.nullOutputStream());
        none.ended = true;
        return none;
    }

    private void tick() {
        try {
            Thread.sleep(PATIENCE);
            while (show()) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean show() {
        if (!ended) {
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            shown = true;
            write(String.format(Locale.ROOT, "\rwaiting %.1f s, Ctrl-C to cancel", seconds));
        }
        return !ended;
    }

    @Override
    public synchronized void close() {
        if (shown && !ended) {
            write(ERASE);
        }
        ended = true;
    }

    private void write(String text) {
        try {
            screen.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // nobody is there to see it
            ended = true;
        }
    }
}
