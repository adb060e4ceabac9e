package dev.monsh.command;

import dev.monsh.edit.AtomicFile;
import dev.monsh.logfile.LogConfiguration;
import java.nio.file.Path;

/** What the commands about log files read and write. */
public interface LogfileSources {

    /** Returns the reader and editor of Promtail's configuration and of Compose files. */
    LogConfiguration configuration();

    /** Returns what writes files. */
    AtomicFile files();

    /** Returns the user's home folder. */
    Path home();

    /** Returns the folder that relative paths of the line begin at. */
    Path workingFolder();
}
