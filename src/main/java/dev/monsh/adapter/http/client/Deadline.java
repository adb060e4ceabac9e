package dev.monsh.adapter.http.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Ends a request when its time is over, whatever it is waiting for. */
public final class Deadline extends Thread implements AutoCloseable {

    private final Duration time;
    private final Runnable end;
    private volatile boolean over;

    private Deadline(Duration time, Runnable end) {
        super("deadline");
        this.time = time;
        this.end = end;
        setDaemon(true);
    }

    /** Returns one that never comes. */
    static Deadline never() {
        return new Deadline(Duration.ZERO, () -> {});
    }

    /**
     * Starts the time.
     *
     * @param end breaks the connection off, so that what waits for it fails
     */
    public static Deadline in(Duration time, Runnable end) {
        Deadline deadline = new Deadline(time, end);
        deadline.start();
        return deadline;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(time);
            over = true;
            end.run();
        } catch (InterruptedException e) {
            // the request was done in time
        }
    }

    @Override
    public void close() {
        interrupt();
    }

    /** Returns a fault of the connection as what it is: the time's end where that broke it. */
    IOException explained(IOException fault) {
        if (!over) {
            return fault;
        }
        InterruptedIOException timeout = new InterruptedIOException("timeout");
        timeout.initCause(fault);
        return timeout;
    }

    /** Returns a body whose reading the deadline ends; closing it ends the deadline. */
    public InputStream watch(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    throw explained(e);
                }
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                try {
                    int count = super.read(bytes, from, length);
                    // breaking the connection off has to wait for a reader that is always served a little
                    if (over) {
                        throw new InterruptedIOException("timeout");
                    }
                    return count;
                } catch (IOException e) {
                    throw explained(e);
                }
            }

            @Override
            public void close() throws IOException {
                Deadline.this.close();
                super.close();
            }
        };
    }
}
