package dev.monsh.testing;

import dev.monsh.command.ProcessSources;
import dev.monsh.edit.AtomicFile;
import dev.monsh.process.MatcherConfig;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RuleEditor;
import java.nio.file.Path;
import java.util.List;

/** For tests that must not look at processes. */
public final class NoProcessSources implements ProcessSources {

    @Override
    public MatcherConfig config(String file, byte[] content) {
        throw new AssertionError("nothing was to be read");
    }

    @Override
    public RuleEditor editor() {
        throw new AssertionError("nothing was to be edited");
    }

    @Override
    public AtomicFile files() {
        throw new AssertionError("nothing was to be written");
    }

    @Override
    public ProcessTable procfs(Path folder) {
        throw new AssertionError("no process was to be read");
    }

    @Override
    public ProcessTable ps(String origin, byte[] content) {
        throw new AssertionError("no process was to be read");
    }

    @Override
    public byte[] stdin() {
        throw new AssertionError("nothing was to be read");
    }

    @Override
    public List<String> services(Path promtail) {
        throw new AssertionError("nothing was to be read");
    }
}
