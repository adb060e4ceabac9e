package dev.monsh.app.sources;

import dev.monsh.adapter.file.ExportFolder;
import dev.monsh.adapter.file.FileLogSource;
import dev.monsh.adapter.file.PositionFile;
import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.yaml.promtail.PromtailReader;
import dev.monsh.box.Box;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.export.ExportStore;
import dev.monsh.logs.files.LeadingTime;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.target.PromtailConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Loki of the box in use, and the files of its Promtail. */
public final class LogSources implements LogPlaces {

    /** Where stacks have it; the first is that of the process monitor. */
    private static final List<String> PROMTAIL_FILES = List.of(
            "promtail/promtail.yml",
            "promtail/promtail.yaml",
            "promtail/config.yml",
            "promtail.yml",
            "promtail.yaml",
            "promtail-config.yml",
            "promtail-config.yaml");

    private final Boxes boxes;
    private final HttpClients clients;
    private final Path workingFolder;
    private final List<Opened> opened = new ArrayList<>();

    private record Opened(Endpoint endpoint, Optional<Duration> timeout, LogSource source) {}

    public LogSources(Boxes boxes, HttpClients clients, Path workingFolder) {
        this.boxes = boxes;
        this.clients = clients;
        this.workingFolder = workingFolder;
    }

    @Override
    public Optional<LogSource> loki(GlobalOptions options) {
        return loki(boxes.chosen(options), options);
    }

    /** Returns the Loki of a box; empty where the box has none. */
    public Optional<LogSource> loki(Box box, GlobalOptions options) {
        return box.endpoint(Server.LOKI).map(endpoint -> open(endpoint, options));
    }

    /** Returns the files that a box's Promtail ships; empty where its configuration is not on this machine. */
    public static Optional<LogFiles> filesOf(Box box) {
        return promtailFile(box).map(LogSources::filesOf);
    }

    @Override
    public LogSource requiredLoki(GlobalOptions options) {
        return open(boxes.chosen(options).loki(), options);
    }

    private synchronized LogSource open(Endpoint endpoint, GlobalOptions options) {
        for (Opened each : opened) {
            if (each.endpoint().equals(endpoint) && each.timeout().equals(options.timeout())) {
                return each.source();
            }
        }
        LogSource source = clients.loki(endpoint, options.timeout());
        opened.add(new Opened(endpoint, options.timeout(), source));
        return source;
    }

    @Override
    public Optional<LogFiles> files(GlobalOptions options) {
        return filesOf(boxes.chosen(options));
    }

    /** Returns the files that a configuration of Promtail names. */
    public static LogFiles filesOf(Path promtailFile) {
        String name = promtailFile.toString();
        PromtailConfig config =
                PromtailReader.read(name, FileSnapshot.read(promtailFile).bytes());
        if (!config.beyondFiles().isEmpty()) {
            throw new ConfigurationException(config.beyondFiles());
        }
        return new FileLogSource(name, config.targets(), new LeadingTime(ZoneId.systemDefault()));
    }

    @Override
    public PositionStore position(Path file) {
        return new PositionFile(workingFolder.resolve(file));
    }

    @Override
    public ExportStore export(Path folder) {
        return new ExportFolder(workingFolder.resolve(folder));
    }

    private static Optional<Path> promtailFile(Box box) {
        return box.stack().stream()
                .flatMap(folder -> PROMTAIL_FILES.stream().map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
