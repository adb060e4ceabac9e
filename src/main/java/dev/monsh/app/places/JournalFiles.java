package dev.monsh.app.places;

import dev.monsh.across.onboard.Journal;
import dev.monsh.across.onboard.JournalStore;
import dev.monsh.failure.FileFailure;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import dev.monsh.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Journals as small files: {@code $XDG_STATE_HOME/monsh/onboard/BOX.json}, else under {@code ~/.local/state}. */
public final class JournalFiles implements JournalStore {

    private final Path folder;

    private JournalFiles(Path folder) {
        this.folder = folder;
    }

    /** Finds the folder; nothing is made yet. */
    public static JournalFiles of(Map<String, String> environment, Path home) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        Path base = state.isAbsolute() ? state : home.resolve(".local/state");
        return new JournalFiles(base.resolve("monsh/onboard"));
    }

    private Path file(String box) {
        return folder.resolve(box.replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
    }

    @Override
    public Optional<Journal> read(String box) {
        try {
            JsonValue value = JsonValue.parse(Files.readString(file(box)));
            return value instanceof JsonObject object && object.text("box").equals(box)
                    ? Optional.of(journal(object))
                    : Optional.empty();
        } catch (IOException e) {
            // a journal only saves looking; the steps look anyway
            return Optional.empty();
        }
    }

    private static Journal journal(JsonObject object) {
        return new Journal(
                object.text("box"),
                object.text("tailscale_ip"),
                port(object, "prometheus_port"),
                port(object, "loki_port"),
                object.text("step"));
    }

    private static Optional<Integer> port(JsonObject object, String name) {
        return Optional.of((int) object.number(name)).filter(port -> port > 0);
    }

    @Override
    public void write(Journal journal) {
        JsonObject object = JsonObject.EMPTY
                .with("box", journal.box())
                .with("tailscale_ip", journal.address())
                .with("prometheus_port", journal.prometheusPort().orElse(0))
                .with("loki_port", journal.lokiPort().orElse(0))
                .with("step", journal.step());
        AtomicFile.write(file(journal.box()), object.pretty(), false);
    }

    @Override
    public void remove(String box) {
        try {
            Files.deleteIfExists(file(box));
        } catch (IOException e) {
            throw FileFailure.of("remove " + file(box), e);
        }
    }
}
