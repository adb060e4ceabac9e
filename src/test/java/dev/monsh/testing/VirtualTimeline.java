package dev.monsh.testing;

import dev.monsh.logs.tail.Timeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still while code runs and jumps to what is planned next when code waits. */
public final class VirtualTimeline implements Timeline {

    private record Planned(long at, long order, Runnable action) {}

    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private long now;
    private long order;

    public VirtualTimeline(long now) {
        this.now = now;
    }

    /** Plans an action; it runs on the thread that waits. */
    public void at(long nanos, Runnable action) {
        planned.add(new Planned(nanos, order++, action));
    }

    /** Plans an action, seconds from now. */
    public void in(double seconds, Runnable action) {
        at(now + (long) (seconds * 1e9), action);
    }

    /** Lets time pass while code runs. */
    public void pass(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> inbox, long untilNanos) {
        while (inbox.isEmpty()) {
            Planned next = planned.peek();
            if (next == null && untilNanos == Long.MAX_VALUE) {
                throw new AssertionError("waits for ever");
            }
            if (next == null || next.at() > untilNanos) {
                now = Math.max(now, untilNanos);
                return null;
            }
            planned.poll();
            now = Math.max(now, next.at());
            next.action().run();
        }
        return inbox.poll();
    }
}
