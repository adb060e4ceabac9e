package dev.monsh.app.sources;

import dev.monsh.adapter.yaml.promtail.YamlLogConfiguration;
import dev.monsh.command.PlannedChange;
import dev.monsh.command.logs.LogfileSources.LogFiles;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.logs.target.LogConfiguration;
import dev.monsh.logs.target.LogSetup;
import dev.monsh.logs.target.LogfileEditor;
import dev.monsh.logs.target.MountTable;
import dev.monsh.logs.target.PromtailConfig;
import dev.monsh.logs.target.PromtailService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Promtail's configuration and the Compose file as they were read from the disk. */
record LogFilesOnDisk(FileSnapshot promtail, Optional<FileSnapshot> compose, LogSetup setup, AtomicFile writer)
        implements LogFiles {

    private static final LogConfiguration CONFIGURATION = new YamlLogConfiguration();

    static LogFilesOnDisk read(Path promtail, Optional<Path> compose, Path home, AtomicFile writer) {
        FileSnapshot promtailFile = FileSnapshot.read(promtail);
        Optional<FileSnapshot> composeFile = compose.map(FileSnapshot::read);
        PromtailConfig targets = CONFIGURATION.promtail(promtail.toString(), promtailFile.bytes());
        Optional<PromtailService> service = composeFile.map(LogFilesOnDisk::service);
        MountTable mounts = new MountTable(
                service.map(PromtailService::mounts).orElse(List.of()),
                compose.orElse(promtail).toAbsolutePath().resolveSibling(""),
                home);
        return new LogFilesOnDisk(promtailFile, composeFile, new LogSetup(targets, service, mounts), writer);
    }

    private static PromtailService service(FileSnapshot compose) {
        String name = compose.path().toString();
        String missing = "no service named promtail, nor one whose image is Promtail's, is in this file";
        return CONFIGURATION
                .compose(name, compose.bytes())
                .orElseThrow(() -> new ConfigurationException(List.of(new Problem(name, 0, 0, missing))));
    }

    @Override
    public PlannedChange add(String service, String path) {
        return new DiskChange(editor().add(service, path), writer);
    }

    @Override
    public PlannedChange remove(String service) {
        return new DiskChange(editor().remove(service), writer);
    }

    private LogfileEditor editor() {
        return new LogfileEditor(CONFIGURATION, promtail, compose, setup);
    }
}
