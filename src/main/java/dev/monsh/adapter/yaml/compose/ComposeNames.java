package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** Returns what is wrong with the first entry of a folder that has the name of a Compose file and is not a file. */
    static Optional<Problem> unusable(Path folder) {
        return FILES.stream()
                .map(folder::resolve)
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path))
                .findFirst()
                .map(path -> new Problem(path.toString(), 0, 0, kind(path)));
    }

    private static String kind(Path path) {
        if (Files.isDirectory(path)) {
            return "this is a folder, not a file";
        }
        return Files.exists(path)
                ? "this is a pipe, a device or a socket, not a file"
                : "this is a symbolic link to a file that does not exist";
    }

    private static Optional<Path> first(Path folder, List<String> names) {
        return names.stream()
                .map(name -> folder.resolve(name).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
