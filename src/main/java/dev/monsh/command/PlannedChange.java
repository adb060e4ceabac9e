package dev.monsh.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A change of one or more files that is decided and not made yet. */
public interface PlannedChange {

    /** Returns the files that are to change; none where there is nothing to do. */
    List<Path> files();

    /** Returns what {@code diff -u} prints of each of the files. */
    List<byte[]> diffs();

    /**
     * Makes the change: all of the files are written, or none.
     *
     * @throws dev.monsh.failure.ConflictException where a file was changed by somebody else since it was read
     */
    List<Written> make();

    /** A file that was written, and where its old content is kept. */
    record Written(Path file, Optional<Path> backup) {}
}
