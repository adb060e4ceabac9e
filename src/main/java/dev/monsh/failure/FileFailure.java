package dev.monsh.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in one clause why the operating system did not do what was asked of a file. */
public final class FileFailure {

    private FileFailure() {}

    /** Creates the failure shown to the user; {@code what} is a verb and the file. */
    public static MonshException of(String what, IOException cause) {
        return of(what, reason(cause), cause);
    }

    /** Creates the failure for a file or folder of monsh's own; the fault's own file is named where it has one. */
    public static MonshException at(Path path, IOException cause) {
        String file = cause instanceof FileSystemException system ? place(system, path) : path.toString();
        return of(file, ownReason(cause), cause);
    }

    /**
     * The kind of failure is that of the operating system's error: a path that cannot be one is a wrong call, a disk without
     * space leaves the work in part, and the rest is a refusal.
     */
    private static MonshException of(String what, String reason, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _, NotDirectoryException _, FileSystemLoopException _ ->
                new UsageException(what, reason, null, cause);
            case AccessDeniedException _, FileAlreadyExistsException _ ->
                new RefusedException(what, reason, null, cause);
            default -> {
                if (UntypedFault.isFull(cause)) {
                    yield new PartialException(what, reason, null, cause);
                }
                yield UntypedFault.isUnusablePath(cause)
                        ? new UsageException(what, reason, null, cause)
                        : new RefusedException(what, reason, null, cause);
            }
        };
    }

    /** A fault of a rename names the new file second; that is the one the user knows. */
    private static String place(FileSystemException fault, Path path) {
        if (fault.getOtherFile() != null) {
            return fault.getOtherFile();
        }
        return fault.getFile() == null ? path.toString() : fault.getFile();
    }

    private static String ownReason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "permission denied; the folder must belong to the user who runs monsh";
            case NoSuchFileException _ -> "no such file or folder";
            case FileAlreadyExistsException _ -> "exists but is not a folder";
            case NotDirectoryException _ -> "is not a folder";
            default -> reason(fault);
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
