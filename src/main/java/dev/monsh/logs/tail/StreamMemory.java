package dev.monsh.logs.tail;

import dev.monsh.logs.LogLine;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one stream: how far it was seen, and the tallies of its latest lines. */
final class StreamMemory {

    private final TreeMap<Long, Map<Long, Tally>> recent = new TreeMap<>();
    private long floor;
    private long last;
    private long lastArrival;

    /** Begins with a stream of which nothing before the floor is wanted. */
    StreamMemory(long floor) {
        this.floor = floor;
        this.last = floor;
        this.lastArrival = Long.MIN_VALUE;
    }

    /** Begins where a saved position ends. */
    StreamMemory(TailPosition.Stream saved, long arrival) {
        this.floor = saved.lastNanos();
        this.last = saved.lastNanos();
        this.lastArrival = arrival;
        Map<Long, Tally> tallies = new HashMap<>();
        saved.printed().forEach((fingerprint, count) -> tallies.put(fingerprint, new Tally(count)));
        recent.put(last, tallies);
    }

    /** Returns whether lines of this time are forgotten: a query's are taken for printed ones. */
    boolean isForgotten(long timestampNanos) {
        return timestampNanos < floor;
    }

    long last() {
        return last;
    }

    long lastArrival() {
        return lastArrival;
    }

    /** Returns the tally of a line that is not forgotten. */
    Tally tally(LogLine line) {
        return recent.computeIfAbsent(line.timestampNanos(), none -> new HashMap<>(2))
                .computeIfAbsent(line.fingerprint(), none -> new Tally(0));
    }

    /**
     * Takes in that a line came, and forgets what is older than the overlap.
     *
     * @param keepFrom lines from this time on are kept however old they are
     */
    void saw(long timestampNanos, long arrival, long overlap, long keepFrom) {
        last = Math.max(last, timestampNanos);
        lastArrival = Math.max(lastArrival, arrival);
        long below = Math.min(last - overlap, keepFrom);
        if (below > floor) {
            floor = below;
            recent.headMap(floor, false).clear();
        }
    }
}
