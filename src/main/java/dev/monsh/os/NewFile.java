package dev.monsh.os;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file in the making, the one way in which monsh writes a file that is read by others: beside, to the disk, then renamed, so
 * that a reader sees the old content or the new one. Closed before {@link #keep} or {@link #replace}, it is gone again.
 */
public final class NewFile implements AutoCloseable {

    /** For the owner alone. */
    public static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private boolean kept;

    private NewFile(Path path) {
        this.path = path;
    }

    /** Makes an empty file of this name, readable by nobody else; fails where there is one. */
    public static NewFile at(Path path) throws IOException {
        Files.createFile(path, PRIVATE);
        return new NewFile(path);
    }

    /** Makes a file in the same folder. It begins with a dot, because programs that read whole folders skip those. */
    public static NewFile beside(Path file) throws IOException {
        String unique = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
        return at(file.resolveSibling("." + file.getFileName() + ".monsh-" + unique));
    }

    /**
     * Makes a file beside one that only one monsh writes at a time; what one that was killed has left there is replaced.
     *
     * @param attributes such as {@link #PRIVATE}; without one, whom the umask lets read the file may read it
     */
    public static NewFile besideOwn(Path file, FileAttribute<?>... attributes) throws IOException {
        Path path = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(path);
        Files.createFile(path, attributes);
        return new NewFile(path);
    }

    /** Returns the file in the making. */
    public Path path() {
        return path;
    }

    /** Writes everything to the disk, not only to the system's cache. */
    public void write(byte[] bytes) throws IOException {
        write(bytes, file -> {});
    }

    /** Writes everything to the disk, together with what the step does to the file. */
    public void write(byte[] bytes, Step step) throws IOException {
        // not a FileChannel: that one fails in an interrupted thread, which still has to clean up
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write(bytes);
            step.with(path);
            out.getFD().sync();
        }
    }

    /** Lets the file stay under the name that it has. */
    public void keep() throws IOException {
        kept = true;
        sync(folder());
    }

    /** Puts the file in another one's place; what it holds must be on the disk. */
    public void replace(Path file) throws IOException {
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        sync(folder());
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(path);
        }
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    /** Writes a folder's names to the disk, without which a rename may be forgotten when the power goes. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // a folder that may be written but not listed can't be opened for this; the file itself is on the disk
        } catch (ClosedByInterruptException e) {
            // the interrupt is for whoever waits next; the file itself is on the disk
        }
    }

    /** Gives a finished folder its name, from one moment to the next. */
    public static void rename(Path folder, Path target) throws IOException {
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the folders that are missing; whom the mode lets read a file, it lets enter them. */
    public static void makeFolders(@Nullable Path folder, int mode) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new FileSystemException(folder.toString(), null, folder + " is a file, and must be a folder");
        }
        makeFolders(folder.getParent(), mode);
        Files.createDirectory(folder);
        Files.setAttribute(folder, "unix:mode", 0700 | (mode & 0444) | (mode & 0444) >> 2, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is done to a file before it is forced to the disk. */
    public interface Step {
        void with(Path file) throws IOException;
    }
}
