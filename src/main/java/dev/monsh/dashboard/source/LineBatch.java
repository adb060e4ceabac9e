package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.logs.Level;
import dev.monsh.logs.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Hands lines on a few times a second: a thousand of them are one event, not a thousand. A line that comes alone is handed
 * on within a tenth of a second.
 */
final class LineBatch implements AutoCloseable {

    private static final int MOST = 1000;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Consumer<List<ShownLine>> receiver;
    private final Thread thread;
    private List<ShownLine> waiting = new ArrayList<>();
    private volatile boolean closed;

    LineBatch(Consumer<List<ShownLine>> receiver) {
        this.receiver = receiver;
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-lines").start(this::run);
    }

    void add(LogLine line) {
        add(ShownLine.of(line.timestampNanos() / 1_000_000, line.line(), Level.of(line)));
    }

    void add(ShownLine line) {
        boolean full;
        synchronized (this) {
            waiting.add(line);
            full = waiting.size() >= MOST;
        }
        if (full) {
            flush();
        }
    }

    /** Hands on what is there; lines stay in their order. */
    void flush() {
        synchronized (receiver) {
            List<ShownLine> ready;
            synchronized (this) {
                ready = waiting;
                waiting = new ArrayList<>();
            }
            if (!ready.isEmpty() && !closed) {
                receiver.accept(ready);
            }
        }
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(PAUSE_NANOS);
            flush();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
