package dev.monsh.os;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.InterruptedByUserException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets one monsh at a time work in a folder. The kernel gives the lock back when its holder ends, however it ends. The
 * file stays for good: deleting it would let two monshs lock two files of one name.
 */
public final class FolderLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param patience how long to wait for another holder
     * @param onWait run once when there is one
     * @throws ConflictException when it does not let go in time
     */
    public static FolderLock take(Path file, Duration patience, Runnable onWait) {
        AtomicFile.folder(file.resolveSibling("."));
        try {
            FolderLock lock =
                    new FolderLock(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            boolean taken = false;
            try {
                taken = lock.tryFor(patience, onWait);
            } finally {
                if (!taken) {
                    lock.close();
                }
            }
            return lock;
        } catch (ClosedByInterruptException e) {
            throw interrupted(file);
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }

    private boolean tryFor(Duration patience, Runnable onWait) throws IOException {
        if (tryOnce()) {
            return true;
        }
        onWait.run();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - end < 0) {
            pause();
            if (tryOnce()) {
                return true;
            }
        }
        throw new ConflictException(
                file.resolveSibling(".").normalize().toString(),
                "another monsh is working there and did not finish within " + patience.toSeconds() + " s");
    }

    private boolean tryOnce() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(file);
        }
    }

    private static InterruptedByUserException interrupted(Path file) {
        return new InterruptedByUserException(file.toString(), "interrupted before monsh could lock it");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }
}
