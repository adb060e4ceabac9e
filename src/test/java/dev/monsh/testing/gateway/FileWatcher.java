package dev.monsh.testing.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Reads a file again and again, and keeps every content that it ever had. */
public final class FileWatcher implements AutoCloseable {

    private final Path file;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Thread thread;
    private volatile boolean ended;
    private final AtomicInteger reads = new AtomicInteger();

    public FileWatcher(Path file) {
        this.file = file;
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
        LabFiles.await("the first read", Duration.ofSeconds(5), () -> reads.get() > 0);
    }

    private void watch() {
        while (!ended) {
            String content;
            try {
                content = Files.readString(file);
            } catch (IOException e) {
                content = "unreadable: " + e;
            }
            synchronized (seen) {
                seen.add(content);
            }
            reads.incrementAndGet();
            LockSupport.parkNanos(100_000);
        }
    }

    /** Ends watching, and returns every content seen, in the order of first sight. */
    public Set<String> stop() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        stop();
    }
}
