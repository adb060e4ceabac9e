package dev.monsh.logs;

/** An open tail, or one that is being opened. */
public interface TailConnection extends AutoCloseable {

    /** Ends it at once, without waiting for the other end. The listener may hear of it. */
    @Override
    void close();
}
