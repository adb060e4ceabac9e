package dev.monsh.adapter.ssh.login;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what takes too long by closing what it waits on: a server may say a little again and again, and never enough. */
public final class Deadline {

    private Deadline() {}

    /** Something that may fail. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /** Runs a step; after the limit its connection is closed and a {@link SocketTimeoutException} thrown. */
    public static void within(Duration limit, Step closing, Step step) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name("ssh step").start(() -> complete(done, step));
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // closing may wait for the other side as well
            Thread.ofVirtual().name("ssh closing").start(() -> complete(new CompletableFuture<>(), closing));
            throw new SocketTimeoutException("no end within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void complete(CompletableFuture<Void> done, Step step) {
        try {
            step.run();
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
