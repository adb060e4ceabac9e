package dev.monsh.logs.read;

import dev.monsh.logs.LogLine;
import java.util.List;

/** Takes lines page by page, in order. */
interface PageSink {

    void page(List<LogLine> lines);

    void incomplete(long timestampNanos, long delivered);

    /** Returns whether reading on is of any use. */
    default boolean wantsMore() {
        return true;
    }
}
