package dev.monsh.app;

import dev.monsh.command.UntilInterrupted;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the program alive until interrupted work has ended in good order. Java begins to shut down on SIGINT and SIGTERM by
 * itself, and exits with 128 and the signal's number once its hooks are done; in the console the work's thread is
 * interrupted instead.
 */
final class InterruptGuard implements UntilInterrupted {

    /** A reader of our output that has stalled must not keep the program from ending. */
    private static final int PATIENCE_SECONDS = 5;

    @Override
    public void run(Runnable work, Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, ended), "monsh-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            ended.countDown();
            remove(hook);
            // the interruption has done what it was for
            Thread.interrupted();
        }
    }

    private static void stopAndWait(Runnable stop, CountDownLatch ended) {
        stop.run();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending, which is why the work has ended
        }
    }
}
