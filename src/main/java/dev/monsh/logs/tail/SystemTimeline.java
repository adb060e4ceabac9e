package dev.monsh.logs.tail;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The machine's clock, read once and counted on from there, so that setting it moves nothing. */
final class SystemTimeline implements Timeline {

    private final long offset;

    SystemTimeline() {
        Instant now = Instant.now();
        this.offset = now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
    }

    @Override
    public long nowNanos() {
        return System.nanoTime() + offset;
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> inbox, long untilNanos) throws InterruptedException {
        return inbox.poll(Math.max(0, untilNanos - nowNanos()), TimeUnit.NANOSECONDS);
    }
}
