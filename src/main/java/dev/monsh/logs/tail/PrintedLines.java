package dev.monsh.logs.tail;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far each stream has been printed. */
final class PrintedLines {

    private static final int MOST_STREAMS = 2_000;

    private final Map<Labels, Last> streams = new LinkedHashMap<>(64, 0.75f, true);

    private long unlisted = Long.MIN_VALUE;

    void restore(TailPosition position) {
        unlisted = position.unlistedNanos();
        position.streams().forEach(stream -> {
            Last last = new Last();
            last.timestamp = stream.lastNanos();
            last.printed.putAll(stream.printed());
            streams.put(stream.labels(), last);
        });
    }

    void add(LogLine line) {
        Last last = streams.computeIfAbsent(line.labels(), none -> new Last());
        if (line.timestampNanos() > last.timestamp) {
            last.timestamp = line.timestampNanos();
            last.printed.clear();
        }
        if (line.timestampNanos() == last.timestamp) {
            last.printed.merge(line.fingerprint(), 1, Integer::sum);
        }
        if (streams.size() > MOST_STREAMS) {
            Map.Entry<Labels, Last> eldest = streams.entrySet().iterator().next();
            unlisted = Math.max(unlisted, eldest.getValue().timestamp + 1);
            streams.remove(eldest.getKey());
        }
    }

    TailPosition position(String expression, long start, long covered) {
        List<TailPosition.Stream> positions = new ArrayList<>(streams.size());
        streams.forEach((labels, last) ->
                positions.add(new TailPosition.Stream(labels, last.timestamp, Map.copyOf(last.printed))));
        return new TailPosition(expression, start, covered, unlisted, positions);
    }

    private static final class Last {
        private long timestamp = Long.MIN_VALUE;
        private final Map<Long, Integer> printed = new HashMap<>();
    }
}
