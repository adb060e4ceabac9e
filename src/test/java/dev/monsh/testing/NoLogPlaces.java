package dev.monsh.testing;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.export.ExportStore;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.tail.PositionStore;
import java.nio.file.Path;
import java.util.Optional;

/** For tests that must not look at logs. */
public final class NoLogPlaces implements LogPlaces {

    @Override
    public Optional<LogSource> loki(GlobalOptions options) {
        return Optional.empty();
    }

    @Override
    public LogSource requiredLoki(GlobalOptions options) {
        throw new AssertionError("Loki was not to be asked");
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
