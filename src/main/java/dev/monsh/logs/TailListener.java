package dev.monsh.logs;

/** Hears what comes of a tail connection, in order: opened at most once, then frames, then one end. */
public interface TailListener {

    /** The server took the connection. */
    void opened();

    /** Lines came. */
    void frame(TailFrame frame);

    /** Nothing more comes. */
    void ended(TailEnd end);
}
