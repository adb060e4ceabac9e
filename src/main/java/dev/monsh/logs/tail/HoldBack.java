package dev.monsh.logs.tail;

import dev.monsh.logs.LogLine;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Lines that wait a little, so that earlier ones of other streams can still be put before them. */
final class HoldBack {

    private static final Comparator<Held> BY_TIME =
            Comparator.comparingLong((Held held) -> held.line.timestampNanos()).thenComparingLong(held -> held.order);

    private final PriorityQueue<Held> byTime = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<Held> byDue = new PriorityQueue<>(Comparator.comparingLong(held -> held.due));
    private final Consumer<LogLine> out;
    private long order;
    private long releasedThrough = Long.MIN_VALUE;

    HoldBack(Consumer<LogLine> out) {
        this.out = out;
    }

    /**
     * Takes a line. One that comes too late for its place goes out at once.
     *
     * @param due until when it may wait
     */
    void add(LogLine line, long due) {
        if (line.timestampNanos() < releasedThrough) {
            out.accept(line);
            return;
        }
        Held held = new Held(line, due, order++);
        byTime.add(held);
        byDue.add(held);
    }

    /** Gives out the lines whose time has come and those that belong before them. */
    void release(long now) {
        while (!byDue.isEmpty() && byDue.peek().due <= now) {
            Held due = byDue.poll();
            if (!due.released) {
                releaseThrough(due.line.timestampNanos());
            }
        }
    }

    /** Gives out all lines up to a timestamp, that one included. */
    void releaseThrough(long timestampNanos) {
        releasedThrough = Math.max(releasedThrough, timestampNanos);
        while (!byTime.isEmpty() && byTime.peek().line.timestampNanos() <= timestampNanos) {
            Held next = byTime.poll();
            next.released = true;
            out.accept(next.line);
        }
        if (byTime.isEmpty()) {
            byDue.clear();
        }
    }

    /** Gives out everything. */
    void releaseAll() {
        releaseThrough(byTime.stream()
                .mapToLong(held -> held.line.timestampNanos())
                .max()
                .orElse(releasedThrough));
    }

    /** Returns when the next line is due. */
    long nextDue() {
        return byDue.isEmpty() ? Long.MAX_VALUE : byDue.peek().due;
    }

    private static final class Held {
        private final LogLine line;
        private final long due;
        private final long order;
        private boolean released;

        Held(LogLine line, long due, long order) {
            this.line = line;
            this.due = due;
            this.order = order;
        }
    }
}
