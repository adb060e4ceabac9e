package dev.monsh.command;

/** Runs something that has no end of its own, and lets it end in good order when the user interrupts it. */
@FunctionalInterface
public interface UntilInterrupted {

    /**
     * Runs the work. On Ctrl-C, or when the program is asked to end, {@code stop} is called from another thread, or the
     * work's own thread is interrupted, and the program does not end before the work has returned.
     */
    void run(Runnable work, Runnable stop);
}
