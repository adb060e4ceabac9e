package dev.monsh.stack;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a service sees of this machine's folders.
 *
 * @param source the file or folder on this machine, absolute, where {@code bind} is set; else the name of a volume
 * @param target the path inside
 */
public record StackMount(boolean bind, String source, String target, boolean readOnly) {

    /** Returns the path on this machine of a path inside; the mount that is nearest to it counts. */
    public static Optional<Path> outside(List<StackMount> mounts, String inside) {
        return mounts.stream()
                .filter(mount -> mount.bind() && mount.covers(inside))
                .max(Comparator.comparingInt(mount -> mount.target().length()))
                .map(mount -> mount.resolve(inside));
    }

    private boolean covers(String inside) {
        return inside.equals(target) || inside.startsWith(folder());
    }

    private Path resolve(String inside) {
        String rest = inside.equals(target) ? "" : inside.substring(folder().length());
        return Path.of(source).resolve(rest);
    }

    private String folder() {
        return target.endsWith("/") ? target : target + "/";
    }
}
