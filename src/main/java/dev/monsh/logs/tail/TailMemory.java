package dev.monsh.logs.tail;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a tail has seen, stream by stream: enough to fill a gap and to know what was printed already. */
final class TailMemory {

    /** With parsed labels every line can be a stream of its own. */
    private static final int MOST_STREAMS = 20_000;

    private static final long RECENT_NANOS = 60_000_000_000L;

    private final TailSettings settings;
    private final Map<Labels, StreamMemory> streams = new LinkedHashMap<>(64, 0.75f, true);
    private long unknownFloor;
    private long keepFrom = Long.MAX_VALUE;
    private final long start;

    /**
     * Begins with nothing seen.
     *
     * @param start nothing before this time is wanted
     */
    TailMemory(TailSettings settings, long start) {
        this.settings = settings;
        this.start = start;
        this.unknownFloor = start;
    }

    void restore(TailPosition position) {
        unknownFloor = Math.max(unknownFloor, position.unlistedNanos());
        for (TailPosition.Stream stream : position.streams()) {
            streams.put(stream.labels(), new StreamMemory(stream, position.coveredNanos()));
        }
    }

    /** Takes in a line of a connection and returns whether it is to be printed. */
    boolean received(LogLine line, long connection, long now) {
        StreamMemory stream = stream(line.labels());
        // a connection sends what is new, so a line older than what is remembered has come late
        boolean isNew =
                stream.isForgotten(line.timestampNanos()) || stream.tally(line).byConnection(connection);
        saw(stream, line, now);
        return isNew;
    }

    /**
     * Takes in a line of a query and returns whether it is to be printed.
     *
     * @param missed whether the server said that it was left out
     */
    boolean fetched(LogLine line, long query, long now, boolean missed) {
        StreamMemory stream = stream(line.labels());
        if (stream.isForgotten(line.timestampNanos())) {
            return missed;
        }
        boolean isNew = stream.tally(line).byQuery(query);
        saw(stream, line, now);
        return isNew;
    }

    /** Keeps everything from this time on until told otherwise, however long that takes. */
    void keepFrom(long nanos) {
        keepFrom = nanos;
    }

    /**
     * Returns where to read from after a connection was lost: before the last line of every stream, so that one that
     * lags behind the others is not cut short.
     *
     * @param covered until when lines are known to have come
     */
    long resumeFrom(long covered) {
        long from = covered - settings.overlap().toNanos();
        for (StreamMemory stream : streams.values()) {
            long own = stream.last() - settings.overlap().toNanos();
            boolean lively = stream.lastArrival() >= covered - RECENT_NANOS;
            from = Math.min(
                    from,
                    lively ? own : Math.max(own, covered - settings.reach().toNanos()));
        }
        return Math.max(start, from);
    }

    private void saw(StreamMemory stream, LogLine line, long now) {
        stream.saw(line.timestampNanos(), now, settings.overlap().toNanos(), keepFrom);
    }

    private StreamMemory stream(Labels labels) {
        StreamMemory known = streams.get(labels);
        if (known != null) {
            return known;
        }
        StreamMemory fresh = new StreamMemory(unknownFloor);
        streams.put(labels, fresh);
        if (streams.size() > MOST_STREAMS) {
            Map.Entry<Labels, StreamMemory> eldest =
                    streams.entrySet().iterator().next();
            unknownFloor = Math.max(unknownFloor, eldest.getValue().last() + 1);
            streams.remove(eldest.getKey());
        }
        return fresh;
    }
}
