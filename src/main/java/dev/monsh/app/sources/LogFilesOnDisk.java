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
import dev.monsh.logs.target.PromtailConfig;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.mount.MountSources;
import dev.monsh.mount.Mounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Promtail's configuration and the Compose file as they were read from the disk. */
record LogFilesOnDisk(
        LogConfiguration configuration,
        FileSnapshot promtail,
        Optional<FileSnapshot> compose,
        LogSetup setup,
        AtomicFile writer)
        implements LogFiles {

    static LogFilesOnDisk read(Path promtail, Optional<Path> compose, Path home, AtomicFile writer) {
        FileSnapshot promtailFile = FileSnapshot.read(promtail);
        Optional<FileSnapshot> composeFile = compose.map(FileSnapshot::read);
        Path folder = compose.orElse(promtail).toAbsolutePath().resolveSibling("");
        LogConfiguration configuration = new YamlLogConfiguration(new MountSources(folder, home));
        PromtailConfig targets = configuration.promtail(promtail.toString(), promtailFile.bytes());
        Optional<PromtailService> service = composeFile.map(file -> service(configuration, file));
        Mounts mounts = new Mounts(service.map(PromtailService::mounts).orElse(List.of()));
        LogSetup setup = new LogSetup(targets, service, mounts);
        return new LogFilesOnDisk(configuration, promtailFile, composeFile, setup, writer);
    }

    private static PromtailService service(LogConfiguration configuration, FileSnapshot compose) {
        String name = compose.path().toString();
        String missing = "this file has no service that is named promtail or uses Promtail's image";
        return configuration
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
        return new LogfileEditor(configuration, promtail, compose, setup);
    }
}
