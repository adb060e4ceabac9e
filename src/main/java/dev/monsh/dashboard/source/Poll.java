package dev.monsh.dashboard.source;

import dev.monsh.failure.MonshException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does something again and again on a thread of its own, so that a server that hangs keeps nothing else waiting. */
final class Poll implements AutoCloseable {

    private final Runnable task;
    private final Consumer<String> failed;
    private final Duration pause;
    private final ArrayBlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /**
     * Prepares it.
     *
     * @param task may fail with a {@link MonshException}, which is shown in one sentence
     */
    Poll(String name, Duration pause, Runnable task, Consumer<String> failed) {
        this.task = task;
        this.failed = failed;
        this.pause = pause;
        // Java waits for virtual threads in native code at its end
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-" + name).unstarted(this::run);
    }

    Poll start() {
        thread.start();
        return this;
    }

    /** Does it at once, or once more after the round that is under way. */
    void wake() {
        wakes.offer(true);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                once();
                long left = pause.toNanos() - (System.nanoTime() - begun);
                wakes.poll(Math.max(1_000_000, left), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            task.run();
        } catch (MonshException e) {
            if (!Thread.currentThread().isInterrupted()) {
                failed.accept(e.what() + ": " + e.why());
            }
        } catch (RuntimeException e) {
            // on this thread nobody else would hear of it, and a trace would go across the screen
            failed.accept("a bug in monsh: " + e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
