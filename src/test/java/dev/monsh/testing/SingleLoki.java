package dev.monsh.testing;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.export.ExportStore;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.tail.PositionStore;
import java.nio.file.Path;
import java.util.Optional;

/** A box that has one Loki and no files. */
public record SingleLoki(LogSource source) implements LogPlaces {

    @Override
    public Optional<LogSource> loki(GlobalOptions options) {
        return Optional.of(source);
    }

    @Override
    public LogSource requiredLoki(GlobalOptions options) {
        return source;
    }

    @Override
    public Optional<LogFiles> files(GlobalOptions options) {
        return Optional.empty();
    }

    @Override
    public PositionStore position(Path file) {
        throw new AssertionError("no position was to be kept");
    }

    @Override
    public ExportStore export(Path folder) {
        throw new AssertionError("nothing was to be exported");
    }
}
