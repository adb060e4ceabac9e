package dev.monsh.command;

import dev.monsh.box.ConfigurationChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A change of monsh's own configuration, for the review. It keeps no backup: its difference has been shown. */
public record ReviewedEdit(ConfigurationChange change) implements PlannedChange {

    @Override
    public List<Path> files() {
        return change.diff().length == 0 ? List.of() : List.of(change.file());
    }

    @Override
    public List<byte[]> diffs() {
        return List.of(change.diff());
    }

    @Override
    public List<Written> make() {
        change.make();
        return List.of(new Written(change.file(), Optional.empty()));
    }
}
