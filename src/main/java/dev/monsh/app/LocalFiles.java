package dev.monsh.app;

import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.adapter.host.PsTable;
import dev.monsh.adapter.yaml.ProcessExporterConfigEditor;
import dev.monsh.adapter.yaml.ProcessExporterConfigReader;
import dev.monsh.adapter.yaml.YamlLogConfiguration;
import dev.monsh.command.LogfileSources;
import dev.monsh.command.ProcessSources;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.FileFailure;
import dev.monsh.logfile.LogConfiguration;
import dev.monsh.process.MatcherConfig;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RuleEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the commands find on this machine: its processes, and the files of its stack. */
final class LocalFiles implements ProcessSources, LogfileSources {

    private final Surroundings surroundings;

    LocalFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public MatcherConfig config(String file, byte[] content) {
        return new ProcessExporterConfigReader().read(file, content);
    }

    @Override
    public RuleEditor editor() {
        return new ProcessExporterConfigEditor();
    }

    @Override
    public AtomicFile files() {
        return new AtomicFile(surroundings.clock());
    }

    @Override
    public ProcessTable procfs(Path folder) {
        return new ProcfsTable(folder);
    }

    @Override
    public ProcessTable ps(String origin, byte[] content) {
        return new PsTable(origin, content);
    }

    @Override
    public byte[] stdin() {
        try {
            return surroundings.in().readAllBytes();
        } catch (IOException e) {
            throw FileFailure.refused("read stdin", e);
        }
    }

    @Override
    public List<String> services(Path promtail) {
        return configuration()
                .promtail(promtail.toString(), FileSnapshot.read(promtail).bytes())
                .services();
    }

    @Override
    public LogConfiguration configuration() {
        return new YamlLogConfiguration();
    }

    @Override
    public Path home() {
        return surroundings.home();
    }

    @Override
    public Path workingFolder() {
        return surroundings.workingFolder();
    }
}
