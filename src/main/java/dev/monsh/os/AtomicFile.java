package dev.monsh.os;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that monsh itself owns: beside, to disk, then in place, so that a reader sees the old or the new. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the text with mode 0600, or 0700 when it is executable; makes the folders above with mode 0700. */
    public static void write(Path file, String text, boolean executable) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            folder(file.resolveSibling("."));
            Files.deleteIfExists(beside);
            String mode = executable ? "rwx------" : "rw-------";
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
            // Not a FileChannel: that one fails in an interrupted thread, which still has to clean up.
            try (FileOutputStream out = new FileOutputStream(beside.toFile())) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileFault.of(file, e);
        }
    }

    /** Makes a folder, and those above it, for its owner alone; one that is there is left as it is. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(
                    folder.normalize(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw FileFault.of(folder, e);
        }
    }
}
