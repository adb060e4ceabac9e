package dev.monsh.app.console;

import dev.monsh.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The file with the lines that were typed, for its owner only. */
public final class HistoryFile {

    private HistoryFile() {}

    /**
     * Returns where the lines of a box are: in {@code $XDG_STATE_HOME/monsh/history.d}, else
     * {@code ~/.local/state/monsh/history.d}.
     */
    public static Path of(Map<String, String> environment, Path home, String box) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        Path base = state.isAbsolute() ? state : home.resolve(".local").resolve("state");
        return base.resolve("monsh").resolve("history.d").resolve(box.isEmpty() ? "none" : box.replace('/', '_'));
    }

    /**
     * Makes the file with mode 0600 where it is missing. A history that can't be kept is no reason not to start: then this
     * tells so and returns false.
     */
    static boolean prepare(Path file, Console console) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return true;
        } catch (IOException e) {
            console.warn("no history is kept: " + file + " can't be written");
            return false;
        }
    }
}
