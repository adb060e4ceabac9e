package dev.monsh.testing;

import dev.monsh.command.process.ProcessSources;
import dev.monsh.command.process.RuleFile;
import dev.monsh.process.ProcessTable;
import java.nio.file.Path;
import java.util.List;

/** For tests that must not look at processes. */
public final class NoProcessSources implements ProcessSources {

    @Override
    public RuleFile rules(Path file) {
        throw new AssertionError("no rule was to be read");
    }

    @Override
    public ProcessTable procfs(Path folder) {
        throw new AssertionError("no process was to be read");
    }

    @Override
    public ProcessTable ps(Path file) {
        throw new AssertionError("no process was to be read");
    }

    @Override
    public ProcessTable psOnStdin() {
        throw new AssertionError("nothing was to be read");
    }

    @Override
    public List<String> services(Path promtail) {
        throw new AssertionError("nothing was to be read");
    }
}
