package dev.monsh.logs.tail;

import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailFrame;

/** What reaches the thread of a tail from its connections. */
sealed interface TailSignal {

    /**
     * Returns the connection that it comes from.
     *
     * @return counted from 1; 0 for none
     */
    long connection();

    record Opened(long connection) implements TailSignal {}

    record Frame(long connection, TailFrame frame) implements TailSignal {}

    record Ended(long connection, TailEnd end) implements TailSignal {}

    /** The user wants no more. */
    record Stop(long connection) implements TailSignal {}
}
