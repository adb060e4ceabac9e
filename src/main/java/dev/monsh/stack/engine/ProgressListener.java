package dev.monsh.stack.engine;

/** Hears of each step of a start or stop, in the thread that does it. */
@FunctionalInterface
public interface ProgressListener {

    void on(Progress progress);

    /** Returns a listener that does nothing. */
    static ProgressListener silent() {
        return progress -> {};
    }
}
