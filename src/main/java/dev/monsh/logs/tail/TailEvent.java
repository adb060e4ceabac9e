package dev.monsh.logs.tail;

import dev.monsh.logs.LogLine;

/** What a tail tells, in the order in which it belongs into the output. */
public sealed interface TailEvent {

    /** The next line. */
    record Line(LogLine line) implements TailEvent {}

    /**
     * Lines are or may be missing here.
     *
     * @param fromNanos the earliest time of a missing line
     * @param toNanos the latest time of a missing line
     * @param reason why they could not be fetched; may hold text of a server
     */
    record Gap(long fromNanos, long toNanos, String reason) implements TailEvent {}

    /**
     * Something to tell the person, beside the output.
     *
     * @param text what happened; may hold text of a server
     */
    record Notice(Kind kind, String text) implements TailEvent {

        /** What happened. */
        public enum Kind {
            /** The connection ended and is being made again. */
            LOST,
            /** The connection is there again and what was missed has been fetched. */
            BACK,
            /** The query for what was missed got no answer in time and is sent again. */
            WAITING,
            /** The server left lines out, which are fetched. */
            DROPPED,
            /** Lines are missing; the same as the gap in the output. */
            GAP
        }
    }
}
