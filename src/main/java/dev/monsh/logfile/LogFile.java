package dev.monsh.logfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that a target takes.
 *
 * @param size in bytes
 * @param lastWritten when its content changed last
 * @param regular whether it is a file, and no folder, socket or device
 * @param readable whether the user of monsh may read it
 */
public record LogFile(Path path, long size, Instant lastWritten, boolean regular, boolean readable) {

    /** Looks at a file; empty where it is gone. */
    static Optional<LogFile> look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new LogFile(
                    path,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant(),
                    attributes.isRegularFile(),
                    Files.isReadable(path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
