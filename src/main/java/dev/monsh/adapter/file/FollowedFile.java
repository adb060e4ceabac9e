package dev.monsh.adapter.file;

import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows. A file renamed away is read on under its new name for a while after a new one has taken its place:
 * a program may write to it until it opens its log again.
 */
final class FollowedFile implements AutoCloseable {

    private static final long OLD_FILE_NANOS = 10_000_000_000L;

    private final Path path;
    private @Nullable Open current;
    private @Nullable Open old;
    private long oldUntil;

    /** Begins at the end of the file, or at its beginning. */
    FollowedFile(Path path, boolean fromEnd) {
        this.path = path;
        try {
            current = Open.at(path, fromEnd);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Hands on the lines that came since the last call. */
    void poll(long now, Consumer<String> lines) {
        try {
            if (old != null) {
                old.read(lines);
                if (now >= oldUntil) {
                    close(old, lines);
                    old = null;
                }
            }
            if (current != null) {
                current.read(lines);
            }
            if (current == null || current.isReplaced(path)) {
                replace(now, lines);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            if (old != null) {
                old.channel.close();
            }
            if (current != null) {
                current.channel.close();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void replace(long now, Consumer<String> lines) throws IOException {
        Open fresh = Open.at(path, false);
        if (fresh == null) {
            // renamed away, and nothing in its place yet
            return;
        }
        if (old != null) {
            close(old, lines);
        }
        old = current;
        oldUntil = now + OLD_FILE_NANOS;
        current = fresh;
        current.read(lines);
    }

    private static void close(Open open, Consumer<String> lines) throws IOException {
        open.cutter.finish(lines);
        open.channel.close();
    }

    private RefusedException failure(IOException e) {
        return new RefusedException(path.toString(), "can't be followed: " + e.getMessage(), null, e);
    }

    private static final class Open {

        private final FileChannel channel;
        private final @Nullable Object key;
        private final LineCutter cutter = new LineCutter();
        private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

        private Open(FileChannel channel, @Nullable Object key) {
            this.channel = channel;
            this.key = key;
        }

        /** Opens a file; null when there is none. */
        static @Nullable Open at(Path path, boolean end) throws IOException {
            try {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                if (end) {
                    channel.position(channel.size());
                }
                return new Open(channel, key(path));
            } catch (NoSuchFileException none) {
                return null;
            }
        }

        boolean isReplaced(Path path) throws IOException {
            try {
                return !Objects.equals(key, key(path));
            } catch (NoSuchFileException renamedAway) {
                return false;
            }
        }

        void read(Consumer<String> lines) throws IOException {
            if (channel.size() < channel.position()) {
                // truncated: what is there now is new
                cutter.reset();
                channel.position(0);
            }
            buffer.clear();
            while (channel.read(buffer) > 0) {
                cutter.take(buffer.flip(), lines);
                buffer.clear();
            }
        }

        private static @Nullable Object key(Path path) throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        }
    }
}
