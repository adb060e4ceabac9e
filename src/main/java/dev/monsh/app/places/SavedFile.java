package dev.monsh.app.places;

import dev.monsh.command.shell.SaveCommand;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The saved lines in a file: a line each, behind its name and a blank. */
public final class SavedFile implements SaveCommand.SavedLines {

    private static final int MODE = 0600;

    private final Path file;
    private final Supplier<AtomicFile> writer;

    public SavedFile(Path file, Supplier<AtomicFile> writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Returns where it is: {@code $XDG_CONFIG_HOME/monsh/saved}, else {@code ~/.config/monsh/saved}. */
    public static Path of(Map<String, String> environment, Path home) {
        Path configured = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path base = configured.isAbsolute() ? configured : home.resolve(".config");
        return base.resolve("monsh").resolve("saved");
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> lines = new TreeMap<>();
        FileSnapshot.readIfPresent(file)
                .map(read -> new String(read.bytes(), StandardCharsets.UTF_8))
                .orElse("")
                .lines()
                .map(line -> line.strip().split("\\s+", 2))
                .filter(line -> line.length == 2 && !line[0].startsWith("#"))
                .forEach(line -> lines.put(line[0], line[1]));
        return lines;
    }

    @Override
    public void replace(Map<String, String> lines) {
        String text = lines.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue().replace('\n', ' ') + "\n")
                .collect(Collectors.joining());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FileSnapshot.readIfPresent(file)
                .ifPresentOrElse(
                        read -> writer.get().replace(read, bytes, new Backup.None()),
                        () -> writer.get().create(file, bytes, MODE));
    }
}
