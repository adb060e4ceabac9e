package dev.monsh.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program while it runs. Closing kills what is left of it. */
public final class Running implements AutoCloseable {

    private final Process process;
    private final Duration limit;
    private final CompletableFuture<byte[]> stdout;
    private final CompletableFuture<byte[]> stderr;

    private Running(Process process, Duration limit) {
        this.process = process;
        this.limit = limit;
        this.stdout = collect(process.getInputStream());
        this.stderr = collect(process.getErrorStream());
    }

    static Running start(ProcessBuilder builder, Launched launched) {
        builder.directory(launched.workingFolder().toFile());
        builder.environment().clear();
        try {
            Running running = new Running(builder.start(), launched.limit());
            running.feed(launched.input());
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal, such as {@code INT}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the end. A program that takes longer than its limit is killed, and the test fails with what it wrote. */
    public Ended end() {
        try (this) {
            boolean inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                close();
            }
            Ended ended = new Ended(written(stdout), written(stderr), process.waitFor());
            if (!inTime) {
                throw new AssertionError("still running after " + limit + "\n" + ended);
            }
            return ended;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void feed(String input) {
        Thread.ofVirtual().start(() -> {
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // a program that ends without reading its input is within its rights
            }
        });
    }

    private static CompletableFuture<byte[]> collect(InputStream stream) {
        CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (stream) {
                bytes.complete(stream.readAllBytes());
            } catch (IOException e) {
                bytes.completeExceptionally(e);
            }
        });
        return bytes;
    }

    private static byte[] written(CompletableFuture<byte[]> bytes) throws InterruptedException {
        try {
            return bytes.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the program's output stays open", e);
        }
    }
}
