package dev.monsh.testing;

import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines of a stand-in, in the order of their timestamps; lines that come late are put where they belong. */
public final class LineStore {

    private final List<LogLine> lines = new ArrayList<>();

    /** Adds a line behind those of the same timestamp. */
    public synchronized void add(long timestampNanos, Labels labels, String text) {
        lines.add(firstAfter(timestampNanos), new LogLine(timestampNanos, labels, text));
    }

    public synchronized void clear() {
        lines.clear();
    }

    public synchronized int size() {
        return lines.size();
    }

    /** Returns the lines that match: the first ones in the direction, as many as the limit. */
    public synchronized List<LogLine> find(
            Predicate<LogLine> matcher, TimeRange range, int limit, Direction direction) {
        List<LogLine> found = new ArrayList<>();
        boolean forward = direction == Direction.FORWARD;
        int i = forward ? firstAfter(range.startNanos() - 1) : firstAfter(range.endNanos() - 1) - 1;
        while (i >= 0 && i < lines.size() && found.size() < limit) {
            LogLine line = lines.get(i);
            if (!range.contains(line.timestampNanos())) {
                break;
            }
            if (matcher.test(line)) {
                found.add(line);
            }
            i += forward ? 1 : -1;
        }
        return found;
    }

    public synchronized List<Labels> streams(Predicate<LogLine> matcher) {
        return lines.stream().filter(matcher).map(LogLine::labels).distinct().toList();
    }

    private int firstAfter(long timestamp) {
        int low = 0;
        int high = lines.size();
        if (high > 0 && lines.getLast().timestampNanos() <= timestamp) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).timestampNanos() <= timestamp) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
