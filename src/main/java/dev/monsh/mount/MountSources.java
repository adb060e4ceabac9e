package dev.monsh.mount;

import java.nio.file.Path;

/**
 * What the source of a volume in a Compose file means (docs.docker.com, Compose file, "volumes").
 *
 * @param folder the Compose file's own, where relative paths begin
 * @param home what {@code ~} means
 */
public record MountSources(Path folder, Path home) {

    /** Returns whether a source in the short form is a path: what begins otherwise is the name of a volume. */
    public static boolean isPath(String source) {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~");
    }

    /**
     * Returns the path on this machine, absolute and normalized.
     *
     * @throws java.nio.file.InvalidPathException where it cannot be one
     */
    public Path path(String source) {
        Path path = source.equals("~")
                ? home
                : source.startsWith("~/") ? home.resolve(source.substring(2)) : folder.resolve(source);
        return path.normalize();
    }

    /**
     * Returns the path on this machine of a source in which variables still stand as they are written; empty where one of
     * them decides it.
     *
     * @throws java.nio.file.InvalidPathException where it cannot be one
     */
    public String written(String source) {
        String known = source.replace("$$", "");
        return known.contains("$")
                ? ""
                : path(source.replace("$$", "$")).toAbsolutePath().normalize().toString();
    }
}
