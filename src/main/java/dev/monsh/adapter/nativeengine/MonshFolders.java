package dev.monsh.adapter.nativeengine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where monsh keeps its own things, by the XDG Base Directory Specification: a variable that is empty or not absolute
 * does not count.
 *
 * @param home the user's home folder
 */
public record MonshFolders(Map<String, String> environment, Path home) {

    /** Returns the folder of the demo. */
    public Path demo() {
        return base("XDG_DATA_HOME", ".local/share").resolve("monsh/demo");
    }

    /** Returns the folder of fetched packages, which can be deleted at any time. */
    public Path packages() {
        return base("XDG_CACHE_HOME", ".cache").resolve("monsh/packages");
    }

    private Path base(String variable, String usual) {
        try {
            Path given = Path.of(environment.getOrDefault(variable, ""));
            return given.isAbsolute() ? given : home.resolve(usual);
        } catch (InvalidPathException e) {
            return home.resolve(usual);
        }
    }
}
