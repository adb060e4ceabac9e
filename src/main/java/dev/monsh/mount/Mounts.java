package dev.monsh.mount;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where files of the machine are inside a container. */
public record Mounts(List<Mount> all) {

    public Mounts {
        all = List.copyOf(all);
    }

    /** Returns the mount through which the container has a path: the one that is nearest to it. */
    public Optional<Mount> holding(String inside) {
        return all.stream()
                .filter(mount -> holds(mount.target(), inside))
                .max(Comparator.comparingInt(mount -> trimmed(mount.target()).length()));
    }

    /** Returns the path on this machine of a path inside; empty where no known file or folder is mounted there. */
    public Optional<String> outside(String inside) {
        return holding(inside).filter(Mount::isKnown).map(mount -> moved(inside, mount.target(), mount.source()));
    }

    /** Returns the path by which the container has a path of this machine; empty where it does not. */
    public Optional<String> inside(String outside) {
        return all.stream()
                .filter(mount -> mount.isKnown() && holds(mount.source(), outside))
                .map(mount -> moved(outside, mount.source(), mount.target()))
                .filter(path -> outside(path).filter(outside::equals).isPresent())
                .findFirst();
    }

    /** Returns whether a path is this file or folder, or below it. */
    public static boolean holds(String folder, String path) {
        return path.equals(folder) || path.startsWith(trimmed(folder) + "/");
    }

    private static String moved(String path, String from, String to) {
        return path.equals(from)
                ? to
                : trimmed(to) + path.substring(trimmed(from).length());
    }

    /** Returns a folder without the slash at its end; the root is the empty text. */
    private static String trimmed(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
