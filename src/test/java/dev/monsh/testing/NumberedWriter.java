package dev.monsh.testing;

import dev.monsh.labels.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Writes numbered lines into a stand-in, at an even pace, until it is closed. */
public final class NumberedWriter implements AutoCloseable {

    private static final long TICK_MILLIS = 20;

    private final StandInLoki loki;
    private final List<Labels> streams = new ArrayList<>();
    private final int linesPerTick;
    private final Thread thread;
    private volatile boolean over;
    private volatile int written;

    public NumberedWriter(StandInLoki loki, int streams, int linesPerSecond) {
        this.loki = loki;
        for (int i = 0; i < streams; i++) {
            this.streams.add(stream(i));
        }
        this.linesPerTick = (int) (linesPerSecond * TICK_MILLIS / 1000);
        this.thread = Thread.ofPlatform().start(this::run);
    }

    public static Labels stream(int number) {
        return Labels.of(Map.of("job", "numbers", "stream", "s" + number));
    }

    /** Returns how many lines there are so far: line N is in stream N modulo the streams, with the text {@code N}. */
    public int written() {
        return written;
    }

    private void run() {
        long next = System.nanoTime();
        while (!over) {
            Instant now = Instant.now();
            long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
            for (int i = 0; i < linesPerTick; i++) {
                // a few on one timestamp, as real streams have it
                loki.push(nanos + i / 3, streams.get(written % streams.size()), Integer.toString(written));
                written++;
            }
            next += TICK_MILLIS * 1_000_000;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Writes no more; once it returns, the number of lines is final. */
    public void stop() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
