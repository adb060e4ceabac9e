package dev.monsh.testing;

import dev.monsh.command.GlobalOptions;
import dev.monsh.command.LogPlaces;
import dev.monsh.logs.ExportStore;
import dev.monsh.logs.LogFiles;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.PositionStore;
import java.nio.file.Path;
import java.util.Optional;

/** For tests that must not look at logs. */
public final class NoLogPlaces implements LogPlaces {

    @Override
    public LogSource loki(GlobalOptions options) {
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
