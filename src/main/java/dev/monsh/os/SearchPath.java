package dev.monsh.os;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folders where programs are looked for, first to last.
 *
 * @param folders absolute; a relative entry of PATH is not used, since monsh's programs outlive its working folder
 */
public record SearchPath(List<Path> folders) {

    /** Where programs are looked for when there is no PATH. */
    public static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

    public SearchPath {
        folders = List.copyOf(folders);
    }

    /** Returns the folders of PATH, or the usual ones where it is not set. */
    public static SearchPath of(Map<String, String> environment) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String name : environment.getOrDefault("PATH", USUAL).split(":", -1)) {
            folder(name).ifPresent(folders::add);
        }
        return new SearchPath(List.copyOf(folders));
    }

    private static Optional<Path> folder(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the first file of that name which this user may run. */
    public Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
