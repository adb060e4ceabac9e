package dev.monsh.adapter.yaml;

import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.LocalBox;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration file in YAML. */
public final class YamlBoxStore implements BoxStore {

    private final ConfigurationLocation location;
    private final Path workingFolder;
    private final Path home;

    /** Takes the folder that {@code .} means and the folder that {@code ~} means. */
    public YamlBoxStore(ConfigurationLocation location, Path workingFolder, Path home) {
        this.location = location;
        this.workingFolder = workingFolder;
        this.home = home;
    }

    @Override
    public Configuration load() {
        Optional<FileSnapshot> snapshot = FileSnapshot.readIfPresent(location.file());
        if (snapshot.isEmpty() && location.named()) {
            throw new ConfigurationException(
                    List.of(new Problem(location.file().toString(), 0, 0, "there is no such file")));
        }
        return snapshot.map(this::read).orElseGet(this::withoutFile);
    }

    private Configuration read(FileSnapshot snapshot) {
        YamlDocument document = YamlDocument.parseLeniently(location.file().toString(), snapshot.bytes());
        return new ConfigurationReader(location.file(), document, workingFolder, home).read();
    }

    private Configuration withoutFile() {
        Box local = LocalBox.find(workingFolder, home);
        return new Configuration(
                location.file(),
                false,
                Optional.of(local.name()),
                Map.of(local.name(), local),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void add(Box box) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void use(String name) {
        throw new UnsupportedOperationException();
    }
}
