package dev.monsh.app.sources;

import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.adapter.host.PsTable;
import dev.monsh.adapter.yaml.promtail.PromtailReader;
import dev.monsh.command.logs.LogfileSources;
import dev.monsh.command.process.ProcessSources;
import dev.monsh.command.process.RuleFile;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.edit.WholeFile;
import dev.monsh.failure.FileFailure;
import dev.monsh.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands find on this machine: its processes, and the files of its stack. */
public final class LocalFiles implements ProcessSources, LogfileSources {

    /** In bytes: the arguments of a process can be long, and there can be thousands. */
    private static final int LARGEST_TABLE = 64 << 20;

    private final Surroundings surroundings;

    public LocalFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public RuleFile rules(Path file) {
        return new RuleFileOnDisk(FileSnapshot.read(file), writer());
    }

    @Override
    public ProcessTable procfs(Path folder) {
        return new ProcfsTable(folder);
    }

    @Override
    public ProcessTable ps(Path file) {
        try {
            return new PsTable(file.toString(), WholeFile.read(file, LARGEST_TABLE));
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
    }

    @Override
    public ProcessTable psOnStdin() {
        try {
            return new PsTable("stdin", surroundings.in().readAllBytes());
        } catch (IOException e) {
            throw FileFailure.of("read stdin", e);
        }
    }

    @Override
    public List<String> services(Path promtail) {
        return PromtailReader.read(
                        promtail.toString(), FileSnapshot.read(promtail).bytes())
                .services();
    }

    @Override
    public LogFiles open(Path promtail, Optional<Path> compose) {
        return LogFilesOnDisk.read(promtail, compose, surroundings.home(), writer());
    }

    /** The console and scripts hand on a ~ as it was typed; a shell has replaced it already. */
    @Override
    public String absolute(String path) {
        Path resolved = path.startsWith("~/")
                ? surroundings.home().resolve(path.substring(2))
                : surroundings.workingFolder().resolve(path);
        return resolved.normalize().toString();
    }

    private AtomicFile writer() {
        return new AtomicFile(surroundings.clock());
    }
}
