package dev.monsh.logs.tail;

import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Time as a tail sees it, and the one place where it waits. */
public interface Timeline {

    /** Returns nanoseconds since 1970 (UTC), on a clock that never jumps while the program runs. */
    long nowNanos();

    /**
     * Waits for the next element.
     *
     * @param untilNanos when to give up, on the clock of {@link #nowNanos()}
     * @return the element, or null when the time has come
     */
    <T> @Nullable T poll(BlockingQueue<T> inbox, long untilNanos) throws InterruptedException;

    /** Returns the time of this machine. */
    static Timeline system() {
        return new SystemTimeline();
    }
}
