package dev.monsh.logs.read;

import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import java.util.List;
import java.util.function.Predicate;

/** Hands lines on one by one and ends at a limit. */
final class CountingSink implements PageSink {

    private final LineSink sink;
    private final long limit;
    private final Predicate<LogLine> filter;
    private long count;

    /**
     * Begins at nothing.
     *
     * @param limit the most lines to hand on; 0 for all
     * @param filter which lines are handed on and counted
     */
    CountingSink(LineSink sink, long limit, Predicate<LogLine> filter) {
        this.sink = sink;
        this.filter = filter;
        this.limit = limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** Returns how many lines were handed on. */
    long count() {
        return count;
    }

    /** Returns how many more there may be. */
    long wanted() {
        return limit - count;
    }

    @Override
    public boolean wantsMore() {
        return wanted() > 0;
    }

    @Override
    public void page(List<LogLine> lines) {
        for (LogLine line : lines) {
            if (!wantsMore()) {
                return;
            }
            if (filter.test(line)) {
                count++;
                sink.line(line);
            }
        }
    }

    @Override
    public void incomplete(long timestampNanos, long delivered) {
        sink.incomplete(timestampNanos, delivered);
    }
}
