package dev.monsh.os;

import dev.monsh.failure.FileFailure;
import dev.monsh.failure.MonshException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what the operating system refuses about a file, in one line. */
public final class FileFault {

    private FileFault() {}

    /** Returns the failure for a file or folder; the fault's own file is named where it has one. */
    public static MonshException of(Path path, IOException fault) {
        String file = fault instanceof FileSystemException system ? place(system, path) : path.toString();
        return FileFailure.of(file, reason(fault), fault);
    }

    /** A fault of a rename names the new file second; that is the one the user knows. */
    private static String place(FileSystemException fault, Path path) {
        if (fault.getOtherFile() != null) {
            return fault.getOtherFile();
        }
        return fault.getFile() == null ? path.toString() : fault.getFile();
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException denied -> "permission denied; the folder must belong to the user who runs monsh";
            case NoSuchFileException none -> "no such file or folder";
            case FileAlreadyExistsException there -> "exists but is not a folder";
            case NotDirectoryException file -> "is not a folder";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(fault.getMessage());
        };
    }
}
