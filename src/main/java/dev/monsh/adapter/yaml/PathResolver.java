package dev.monsh.adapter.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a path of the configuration file: {@code ~/} is the home folder, a relative one begins at the file's folder. */
public record PathResolver(Path folder, Path home) {

    /** Returns the absolute path; empty where the text can't be one. */
    Optional<Path> resolve(String text) {
        try {
            if (text.equals("~")) {
                return Optional.of(home);
            }
            Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
            return Optional.of(path.normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
