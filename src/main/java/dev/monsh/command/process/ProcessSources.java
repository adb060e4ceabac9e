package dev.monsh.command.process;

import dev.monsh.process.ProcessTable;
import java.nio.file.Path;
import java.util.List;

/** What the commands about processes read and write. Nothing is opened before it is asked for. */
public interface ProcessSources {

    /**
     * Reads a configuration file of process-exporter.
     *
     * @throws dev.monsh.failure.ConfigurationException where there is none
     */
    RuleFile rules(Path file);

    /** Returns the processes of a {@code /proc}, or of a folder in its form. */
    ProcessTable procfs(Path folder);

    /**
     * Reads a saved output of ps.
     *
     * @throws dev.monsh.failure.ConfigurationException where there is none
     */
    ProcessTable ps(Path file);

    /** Reads the output of ps from stdin, to its end. */
    ProcessTable psOnStdin();

    /** Returns the {@code service} labels of a Promtail configuration. */
    List<String> services(Path promtail);
}
