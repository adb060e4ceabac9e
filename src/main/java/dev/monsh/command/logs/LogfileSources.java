package dev.monsh.command.logs;

import dev.monsh.command.PlannedChange;
import dev.monsh.logs.target.LogSetup;
import java.nio.file.Path;
import java.util.Optional;

/** What the commands about log files read and write. */
public interface LogfileSources {

    /**
     * Reads Promtail's configuration and, where Promtail runs in a container, the Compose file.
     *
     * @throws dev.monsh.failure.ConfigurationException where one of them is missing or can't be understood
     */
    LogFiles open(Path promtail, Optional<Path> compose);

    /** Returns a path of the line as an absolute one. */
    String absolute(String path);

    /** The two files as they were read. Nothing that is planned here is written yet. */
    interface LogFiles {

        /** Returns what the files say. */
        LogSetup setup();

        /** Plans that a file is shipped for a service. */
        PlannedChange add(String service, String path);

        /** Plans that a service's files are shipped no longer. */
        PlannedChange remove(String service);
    }
}
