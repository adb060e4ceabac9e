package dev.monsh.edit;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.PartialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Changes of files that belong together: all of them are made, or none. */
public final class FileChanges {

    private final List<FileChange> changes;

    /** Takes the changes in the order in which they are to be made; those that change nothing are left out. */
    public FileChanges(List<FileChange> changes) {
        this.changes = changes.stream().filter(change -> !change.isEmpty()).toList();
    }

    /** Returns the changes that change something. */
    public List<FileChange> changes() {
        return changes;
    }

    /** A file that was written, and where its old content is kept. */
    public record Written(Path file, Optional<Path> backup) {}

    private record Done(FileChange change, Optional<Path> backup) {}

    /**
     * Makes the changes one after the other. Where one fails, the files written before it get their old content back, and
     * the failure is thrown.
     *
     * @throws ConflictException where one of the files is no longer what was read
     * @throws PartialException where one could not be written and an earlier one could not be put back
     */
    public List<Written> write(AtomicFile files, Backup backup) {
        changes.forEach(change -> AtomicFile.requireUnchanged(change.before()));
        Deque<Done> done = new ArrayDeque<>();
        for (FileChange change : changes) {
            try {
                done.push(new Done(change, files.replace(change.before(), change.after(), backup)));
            } catch (MonshException failure) {
                putBack(files, done, failure);
                throw failure;
            }
        }
        List<Written> written = new ArrayList<>();
        done.descendingIterator()
                .forEachRemaining(each -> written.add(new Written(each.change().path(), each.backup())));
        return written;
    }

    private static void putBack(AtomicFile files, Deque<Done> done, MonshException failure) {
        for (Done each : done) {
            try {
                putBack(files, each);
            } catch (MonshException second) {
                throw new PartialException(
                        failure.what(),
                        failure.why() + "; and " + each.change().path() + " was changed and could not be restored ("
                                + second.why() + ")"
                                + each.backup()
                                        .map(kept -> ": its old content is in " + kept)
                                        .orElse(""),
                        null,
                        failure);
            }
        }
    }

    private static void putBack(AtomicFile files, Done done) {
        FileChange change = done.change();
        FileSnapshot now = FileSnapshot.read(change.path());
        if (!now.fingerprint().equals(FileSnapshot.fingerprintOf(change.after()))) {
            throw new ConflictException("write " + change.path(), "somebody else has changed it meanwhile");
        }
        files.replace(now, change.before().bytes(), new Backup.None());
        done.backup().ifPresent(FileChanges::discard);
    }

    private static void discard(Path backup) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            // one backup too many does no harm
        }
    }
}
