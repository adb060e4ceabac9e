package dev.monsh.logs.read;

import dev.monsh.logs.LogLine;
import dev.monsh.logs.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request about a window brought.
 *
 * @param steps the lines, and what is missing among them, in order
 * @param left the end of the window that still has to be asked for; empty when the window has been read
 * @param lines how many lines came
 * @param nanos the length of the stretch that held them, in nanoseconds: what a page is worth in time
 * @param failure why there is no answer
 */
record WindowAnswer(
        List<Step> steps,
        TimeRange left,
        long lines,
        long nanos,
        @Nullable RuntimeException failure) {

    /** A part of an answer. */
    sealed interface Step {
        record Page(List<LogLine> lines) implements Step {}

        record Incomplete(long timestamp, long delivered) implements Step {}
    }

    /** A window whose request failed. */
    static WindowAnswer failed(TimeRange window, RuntimeException failure) {
        return new WindowAnswer(List.of(), window.withEnd(window.startNanos()), 0, 0, failure);
    }

    boolean isFailed() {
        return failure != null;
    }

    /** Hands everything on; throws the failure instead where there is one. */
    void into(PageSink sink) {
        if (failure != null) {
            throw failure;
        }
        for (Step step : steps) {
            switch (step) {
                case Step.Page page -> sink.page(page.lines());
                case Step.Incomplete gap -> sink.incomplete(gap.timestamp(), gap.delivered());
            }
        }
    }
}
