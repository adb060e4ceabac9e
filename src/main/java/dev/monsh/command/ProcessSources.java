package dev.monsh.command;

import dev.monsh.edit.AtomicFile;
import dev.monsh.process.MatcherConfig;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RuleEditor;
import java.nio.file.Path;
import java.util.List;

/** What the commands about processes read and write. Nothing is opened before it is asked for. */
public interface ProcessSources {

    /** Compiles the content of a configuration file; faults are in what is returned. */
    MatcherConfig config(String file, byte[] content);

    /** Returns the editor of configuration files. */
    RuleEditor editor();

    /** Returns what writes files. */
    AtomicFile files();

    /** Returns the processes of a {@code /proc}, or of a folder in its form. */
    ProcessTable procfs(Path folder);

    /** Returns the processes of a saved output of ps; {@code origin} names it in messages. */
    ProcessTable ps(String origin, byte[] content);

    /** Returns what stands on stdin. */
    byte[] stdin();

    /** Returns the {@code service} labels of a Promtail configuration. */
    List<String> services(Path promtail);
}
