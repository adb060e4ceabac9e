package dev.monsh.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in one clause why the operating system did not do what was asked of a file. */
public final class FileFailure {

    private FileFailure() {}

    /** Creates the failure shown to the user; {@code what} is a verb and the file. */
    public static RefusedException refused(String what, IOException cause) {
        return new RefusedException(what, reason(cause), null, cause);
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
