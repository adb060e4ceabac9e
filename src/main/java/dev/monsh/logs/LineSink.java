package dev.monsh.logs;

/** Takes lines one by one, in order. An exception from it ends the reading. */
public interface LineSink {

    /** Takes the next line. */
    void line(LogLine line);

    /**
     * Hears that lines are missing here: the server gives no more than it gave for one timestamp.
     *
     * @param delivered how many lines of that timestamp it did give
     */
    default void incomplete(long timestampNanos, long delivered) {}

    /** Hears that nothing more is at hand for now: whoever follows wants to see what came. */
    default void pause() {}
}
