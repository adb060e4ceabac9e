package dev.monsh.logs;

import java.util.List;

/** Hands lines on one by one and ends at a limit. */
final class CountingSink implements PageSink {

    private final LineSink sink;
    private final long limit;
    private long count;

    /**
     * Begins at nothing.
     *
     * @param limit the most lines to hand on; 0 for all
     */
    CountingSink(LineSink sink, long limit) {
        this.sink = sink;
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
            count++;
            sink.line(line);
        }
    }

    @Override
    public void incomplete(long timestampNanos, long delivered) {
        sink.incomplete(timestampNanos, delivered);
    }
}
