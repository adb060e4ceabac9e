package dev.monsh.os;

import dev.monsh.failure.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that monsh itself owns: beside, to disk, then in place, so that a reader sees the old or the new. */
public final class AtomicFile {

    private static final FileAttribute<Set<PosixFilePermission>> EXECUTABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private AtomicFile() {}

    /** Writes the text with mode 0600, or 0700 when it is executable; makes the folders above with mode 0700. */
    public static void write(Path file, String text, boolean executable) {
        try {
            folder(file.resolveSibling("."));
            try (NewFile written = NewFile.besideOwn(file, executable ? EXECUTABLE : NewFile.PRIVATE)) {
                written.write(text.getBytes(StandardCharsets.UTF_8));
                written.replace(file);
            }
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }

    /** Makes a folder, and those above it, for its owner alone; one that is there is left as it is. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(
                    folder.normalize(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw FileFailure.at(folder, e);
        }
    }
}
