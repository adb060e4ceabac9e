package dev.monsh.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A file in the making; closed before {@link #keep} or a rename, it is gone again. */
final class NewFile implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private boolean kept;

    private NewFile(Path path) {
        this.path = path;
    }

    /** Makes an empty file of this name, readable by nobody else; fails where there is one. */
    static NewFile at(Path path) throws IOException {
        Files.createFile(path, PRIVATE);
        return new NewFile(path);
    }

    /** Makes a file in the same folder. It begins with a dot, because programs that read whole folders skip those. */
    static NewFile beside(Path file) throws IOException {
        String unique = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
        return at(file.resolveSibling("." + file.getFileName() + ".monsh-" + unique));
    }

    Path path() {
        return path;
    }

    Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    /** Writes everything to the disk, not only to the system's cache. */
    void write(byte[] bytes, FileOwnership ownership) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            ownership.applyTo(path);
            channel.force(true);
        }
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(path);
        }
    }

    /** Writes a folder's names to the disk, without which a rename may be forgotten when the power goes. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // a folder that may be written but not listed can't be opened for this; the file itself is on the disk
        }
    }

    /** Makes the folders that are missing; whom the mode lets read a file, it lets enter them. */
    static void makeFolders(@Nullable Path folder, int mode) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new FileSystemException(folder.toString(), null, folder + " is a file, but must be a folder");
        }
        makeFolders(folder.getParent(), mode);
        Files.createDirectory(folder);
        Files.setAttribute(folder, "unix:mode", 0700 | (mode & 0444) | (mode & 0444) >> 2, LinkOption.NOFOLLOW_LINKS);
    }
}
