package dev.monsh.failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The errors of files for which the JDK has no exception of their own. What the files themselves show is looked up there;
 * only the rest is known by the operating system's words.
 */
final class UntypedFault {

    /** A disk that was full, and a folder read or opened as a file, can't be seen afterwards (errno(3), glibc's texts). */
    private static final Set<String> FULL = Set.of("No space left on device", "Disk quota exceeded");

    private static final String IS_A_FOLDER = "Is a directory";

    /** The most bytes of a name and of a path on Linux (limits.h). */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_PATH = 4095;

    private UntypedFault() {}

    /** Returns whether the disk, or the user's part of it, is full. */
    static boolean isFull(IOException fault) {
        String words = words(fault);
        return words != null && FULL.contains(words);
    }

    /** Returns whether the path is none on which this could be done, whoever asks for it. */
    static boolean isUnusablePath(IOException fault) {
        return IS_A_FOLDER.equals(words(fault))
                || (fault instanceof FileSystemException system
                        && (isUnusable(system.getFile()) || isUnusable(system.getOtherFile())));
    }

    private static boolean isUnusable(@Nullable String file) {
        if (file == null) {
            return false;
        }
        Path path = Path.of(file).toAbsolutePath();
        return length(file) > LONGEST_PATH || hasLongName(path) || leadsThroughAFile(path);
    }

    private static boolean hasLongName(Path path) {
        for (Path name : path) {
            if (length(name.toString()) > LONGEST_NAME) {
                return true;
            }
        }
        return false;
    }

    /** Looks for a file in place of a folder, and for a link that comes back to itself: one that leads nowhere has a type. */
    private static boolean leadsThroughAFile(Path path) {
        for (Path part = path; part != null; part = part.getParent()) {
            boolean loop = Files.isSymbolicLink(part) && !Files.exists(part);
            boolean file = !part.equals(path) && Files.exists(part) && !Files.isDirectory(part);
            if (loop || file) {
                return true;
            }
        }
        return false;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static @Nullable String words(IOException fault) {
        return fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
    }
}
