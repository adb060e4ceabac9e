package dev.monsh.dashboard.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Hands things on a few times a second: a thousand lines are one event, not a thousand. What comes alone is handed on within
 * a tenth of a second.
 */
public final class Batch<T> implements AutoCloseable {

    private static final int MOST = 1000;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Consumer<List<T>> receiver;
    private final Thread thread;
    private List<T> waiting = new ArrayList<>();
    private volatile boolean closed;

    /** Takes who receives them, in their order; called by one thread at a time. */
    public Batch(Consumer<List<T>> receiver) {
        this.receiver = receiver;
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-lines").start(this::run);
    }

    /** Adds one. Waits where the receiver does. */
    public void add(T one) {
        boolean full;
        synchronized (this) {
            waiting.add(one);
            full = waiting.size() >= MOST;
            if (waiting.size() == 1) {
                LockSupport.unpark(thread);
            }
        }
        if (full) {
            flush();
        }
    }

    /** Hands on what is there. */
    public void flush() {
        synchronized (receiver) {
            List<T> ready;
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
            // nothing wakes it while nothing comes
            LockSupport.park(this);
            LockSupport.parkNanos(PAUSE_NANOS);
            flush();
        }
    }

    /** Ends it; what has not been handed on is dropped. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
