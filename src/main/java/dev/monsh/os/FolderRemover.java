package dev.monsh.os;

import dev.monsh.failure.FileFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes a folder with all that is in it; a symbolic link is deleted, never followed. */
public final class FolderRemover extends SimpleFileVisitor<Path> {

    private FolderRemover() {}

    /** Deletes the folder; one that is not there is no fault. */
    public static void remove(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                Files.delete(folder);
            } else if (Files.exists(folder)) {
                Files.walkFileTree(folder, new FolderRemover());
            }
        } catch (IOException e) {
            throw FileFailure.at(folder, e);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
        if (fault != null) {
            throw fault;
        }
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }
}
