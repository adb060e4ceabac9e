package dev.monsh.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says in one clause why the operating system did not do what was asked of a file. */
public final class FileFailure {

    private FileFailure() {}

    /** Creates the failure shown to the user; {@code what} is a verb and the file. */
    public static MonshException of(String what, IOException cause) {
        return of(what, reason(cause), cause);
    }

    /**
     * The same with a reason in the caller's words. The kind of failure is that of the operating system's error: a path that
     * cannot be one is a wrong call, a disk without space leaves the work in part, and the rest is a refusal.
     */
    public static MonshException of(String what, String reason, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _, NotDirectoryException _, FileSystemLoopException _ ->
                new UsageException(what, reason, null, cause);
            default -> {
                String told = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
                yield switch (told) {
                    case "File name too long",
                            "Not a directory",
                            "Is a directory",
                            "Too many levels of symbolic links" -> new UsageException(what, reason, null, cause);
                    case "No space left on device", "Disk quota exceeded" ->
                        new PartialException(what, reason, null, cause);
                    case null, default -> new RefusedException(what, reason, null, cause);
                };
            }
        };
    }

    /** Returns the operating system's reason, without the names of Java's classes. */
    public static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException missing -> "not found: " + missing.getFile();
            case FileAlreadyExistsException _ -> "it already exists";
            case FileSystemException other -> orUnknown(other.getReason());
            default -> orUnknown(cause.getMessage());
        };
    }

    private static String orUnknown(@Nullable String reason) {
        return reason == null ? "an input or output error" : reason;
    }
}
