package dev.monsh.command.stack;

import dev.monsh.logs.target.LogSetup;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import dev.monsh.stack.check.StackCheck;
import java.nio.file.Path;

/** What {@code stack check} needs of several rooms. */
public interface StackCheckSources {

    /** Returns what checks the files of the stack itself. */
    StackCheck check();

    /** Reads the log targets of a Promtail, with what its container sees of this machine. */
    LogSetup logs(StackReading reading, StackService promtail, Path configuration);

    /** Reads the rules of a process-exporter; their faults are in what is returned. */
    MatcherConfig rules(Path configuration);
}
