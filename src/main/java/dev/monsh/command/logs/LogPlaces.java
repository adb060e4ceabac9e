package dev.monsh.command.logs;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.export.ExportStore;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.tail.PositionStore;
import java.nio.file.Path;
import java.util.Optional;

/** Where log lines are, and where what is done with them is kept. */
public interface LogPlaces {

    /** Returns the Loki of the box that the options choose; empty where the box has none. */
    Optional<LogSource> loki(GlobalOptions options);

    /**
     * Returns the Loki of the box that the options choose.
     *
     * @throws dev.monsh.failure.ConfigurationException where the box has none, naming the key to add
     */
    LogSource requiredLoki(GlobalOptions options);

    /**
     * Returns the files that the box's Promtail ships; empty where its configuration is not on this machine.
     *
     * @throws dev.monsh.failure.ConfigurationException where it says more than files can tell
     */
    Optional<LogFiles> files(GlobalOptions options);

    /** Returns the store of a tail's position. */
    PositionStore position(Path file);

    /** Returns the place of an export; a folder that is made when it is not there. */
    ExportStore export(Path folder);
}
