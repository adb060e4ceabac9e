package dev.monsh.logs.tail;

/** Takes what a tail tells. An exception from it ends the tail. */
public interface TailSink {

    /** Takes the next event. */
    void accept(TailEvent event);

    /** Hears that nothing more is at hand for now: what was taken should be shown. */
    default void pause() {}

    /** Puts what was taken where it survives the end of this process; the position is saved behind it. */
    void flush();
}
