package dev.monsh.adapter.yaml.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The names under which Compose looks for its files, in its order (compose-go, {@code DefaultFileNames}). */
final class ComposeNames {

    private static final List<String> FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    private ComposeNames() {}

    static Optional<Path> file(Path folder) {
        return first(folder, FILES);
    }

    /** Returns the override file beside a Compose file; one of another name than Compose's own has none. */
    static Optional<Path> override(Path composeFile) {
        return FILES.contains(String.valueOf(composeFile.getFileName()))
                ? first(composeFile.resolveSibling("."), OVERRIDES)
                : Optional.empty();
    }

    private static Optional<Path> first(Path folder, List<String> names) {
        return names.stream()
                .map(name -> folder.resolve(name).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
