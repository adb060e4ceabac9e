package dev.monsh.logs.tail;

import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TailListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The signals that wait for a tail. When it is full, connections wait: their server then sees a slow reader, and says
 * what it drops.
 */
final class TailInbox {

    private static final int FRAMES = 256;

    private final BlockingQueue<TailSignal> signals = new ArrayBlockingQueue<>(FRAMES);
    private volatile boolean stopped;
    private volatile boolean closed;

    BlockingQueue<TailSignal> signals() {
        return signals;
    }

    /** Returns a listener that puts what it hears here. */
    TailListener listener(long connection) {
        return new TailListener() {
            @Override
            public void opened() {
                put(new TailSignal.Opened(connection));
            }

            @Override
            public void frame(TailFrame frame) {
                put(new TailSignal.Frame(connection, frame));
            }

            @Override
            public void ended(TailEnd end) {
                put(new TailSignal.Ended(connection, end));
            }
        };
    }

    void put(TailSignal signal) {
        try {
            while (!closed && !signals.offer(signal, 100, TimeUnit.MILLISECONDS)) {
                // the tail is busy; it may also have ended meanwhile
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the tail to end. */
    void stop() {
        stopped = true;
        put(new TailSignal.Stop(0));
    }

    boolean isStopped() {
        return stopped;
    }

    void close() {
        closed = true;
    }
}
