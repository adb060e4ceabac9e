package dev.monsh.app.sources;

import dev.monsh.command.PlannedChange;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import java.nio.file.Path;
import java.util.List;

/** Changes of files on this machine's disk, each with a backup beside it. */
record DiskChange(FileChanges changes, AtomicFile writer) implements PlannedChange {

    @Override
    public List<Path> files() {
        return changes.changes().stream().map(FileChange::path).toList();
    }

    @Override
    public List<byte[]> diffs() {
        return changes.changes().stream().map(FileChange::diff).toList();
    }

    @Override
    public List<Written> make() {
        return changes.write(writer, new Backup.Beside()).stream()
                .map(written -> new Written(written.file(), written.backup()))
                .toList();
    }
}
