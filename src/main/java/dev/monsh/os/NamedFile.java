package dev.monsh.os;

import dev.monsh.failure.FileFailure;
import dev.monsh.failure.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file that a person names for a result. A symbolic link leads to what it points to; what is not a regular file stays as it
 * is, and folders are never made: a misspelt name is said instead.
 */
public final class NamedFile {

    private NamedFile() {}

    /**
     * Finds the file that a name means.
     *
     * @param folder the working folder
     * @return the file that is to be written, behind all links; it may be missing, but not its folder
     * @throws UsageException where no regular file can be there
     */
    public static Path of(Path folder, Path name) {
        if (name.toString().isEmpty()) {
            throw new UsageException("output file", "the file name is empty");
        }
        if (name.toString().equals("-")) {
            throw new UsageException("output file -", "standard output isn't possible here; name a file");
        }
        Path given = folder.resolve(name);
        Path file = behindLinks(given);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException(given.toString(), "not a regular file");
        }
        requireFolder(file);
        return file;
    }

    /** Throws a {@link UsageException} where there is no folder for the file. */
    public static void requireFolder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new UsageException(parent.toString(), Files.exists(parent) ? "not a folder" : "no such folder");
        }
    }

    /** Writes a file that {@link #of} has found: a present one keeps owner, mode and links, a new one follows the umask. */
    public static void write(Path file, byte[] bytes) {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(bytes);
        } catch (IOException e) {
            throw FileFailure.of("write " + file, e);
        }
    }

    private static Path behindLinks(Path given) {
        try {
            if (Files.exists(given)) {
                return given.toRealPath();
            }
            if (!Files.isSymbolicLink(given)) {
                return given;
            }
            // a link to what is not there yet; where that is a link as well, a loop is not followed
            Path target = given.resolveSibling(Files.readSymbolicLink(given));
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(given.toString(), "the link leads nowhere");
            }
            return target;
        } catch (IOException e) {
            throw FileFailure.at(given, e);
        }
    }
}
