package dev.monsh.logs;

import java.time.Duration;

/**
 * A range of time as Loki takes it for lines: the start belongs to it, the end does not.
 *
 * @param startNanos nanoseconds since 1970 (UTC)
 * @param endNanos nanoseconds since 1970 (UTC)
 */
public record TimeRange(long startNanos, long endNanos) {

    /** Returns whether no timestamp lies in it. */
    public boolean isEmpty() {
        return endNanos <= startNanos;
    }

    /** Returns whether the timestamp lies in it. */
    public boolean contains(long timestampNanos) {
        return timestampNanos >= startNanos && timestampNanos < endNanos;
    }

    /** Returns its length. */
    public Duration length() {
        return Duration.ofNanos(lengthNanos());
    }

    public long lengthNanos() {
        return Math.max(0, Math.subtractExact(endNanos, startNanos));
    }

    public TimeRange withStart(long nanos) {
        return new TimeRange(nanos, endNanos);
    }

    public TimeRange withEnd(long nanos) {
        return new TimeRange(startNanos, nanos);
    }

    /** Returns the part that is read first in this direction, at most this long. */
    public TimeRange first(long lengthNanos, Direction direction) {
        if (lengthNanos >= lengthNanos()) {
            return this;
        }
        return direction == Direction.FORWARD ? withEnd(startNanos + lengthNanos) : withStart(endNanos - lengthNanos);
    }

    /** Returns what is left when the part that {@link #first} gave is read. */
    public TimeRange after(TimeRange first, Direction direction) {
        return direction == Direction.FORWARD ? withStart(first.endNanos) : withEnd(first.startNanos);
    }
}
