package dev.monsh.edit;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.TimedOutException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file that a person wrote, all of it at once, and always comes to an end: a device is refused, a pipe has a time
 * limit, and both a file and a pipe have a size limit.
 */
public final class WholeFile {

    /** The size limit in bytes: a configuration of this stack has some kilobytes. */
    public static final int USUAL_LIMIT = 4 << 20;

    /** How long whoever writes into a pipe may take, for instance the program in {@code <(…)}. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Path NOTHING = Path.of("/dev/null");

    /** The type of a file in its mode, and the type of a pipe (inode(7)). */
    private static final int TYPE = 0170000;

    private static final int PIPE = 0010000;

    private WholeFile() {}

    /**
     * Reads a file of at most {@link #USUAL_LIMIT} bytes, through symbolic links.
     *
     * @throws ConfigurationException where it is a folder, a device or a socket, or is too large
     * @throws TimedOutException where it is a pipe that is not written, or not closed, in time
     * @throws IOException where it can't be read
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, USUAL_LIMIT, PATIENCE);
    }

    /** Reads a file that may be larger than {@link #USUAL_LIMIT}. */
    public static byte[] read(Path file, int limit) throws IOException {
        return read(file, limit, PATIENCE);
    }

    static byte[] read(Path file, int limit, Duration patience) throws IOException {
        if (isPipe(file)) {
            return piped(file, limit, patience);
        }
        if (Files.isRegularFile(file)) {
            return bytes(file, limit);
        }
        if (file.toRealPath().equals(NOTHING)) {
            return new byte[0];
        }
        throw fault(
                file,
                Files.isDirectory(file) ? "this is a folder, not a file" : "this is a device or a socket, not a file");
    }

    /** Tells whether it is a pipe: one with a name, or one that a shell made for {@code <(…)}. */
    static boolean isPipe(Path file) throws IOException {
        return ((Integer) Files.getAttribute(file, "unix:mode") & TYPE) == PIPE;
    }

    private static byte[] bytes(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw fault(file, "larger than " + (limit >> 20) + " MiB");
            }
            return bytes;
        }
    }

    /** Opening a pipe waits for a writer, which nothing can interrupt: the thread that waits is left behind. */
    private static byte[] piped(Path file, int limit, Duration patience) throws IOException {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread.ofPlatform().name("pipe").daemon().start(() -> {
            try {
                read.complete(bytes(file, limit));
            } catch (IOException | RuntimeException e) {
                read.completeExceptionally(e);
            }
        });
        try {
            return read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimedOutException(
                    "read " + file,
                    "this is a pipe, and its end was not written within " + patience.toSeconds() + "s",
                    null,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static ConfigurationException fault(Path file, String message) {
        return new ConfigurationException(List.of(new Problem(file.toString(), 0, 0, message)));
    }
}
