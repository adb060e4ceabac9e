package dev.monsh.adapter.docker.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of this machine as a container sees it. */
final class MountedFile {

    private MountedFile() {}

    /**
     * Returns whether a container sees another file than the one that has the name now. A mount of a single file is a mount
     * of its inode, which stays when an editor writes a new file and renames it.
     *
     * @param pid a process of the container, by which the kernel shows the container's files (proc(5), {@code root})
     * @param inside the path in the container
     */
    static boolean isReplaced(Optional<Long> pid, Path file, String inside) {
        if (pid.isEmpty()) {
            return false;
        }
        Path seen = Path.of("/proc", Long.toString(pid.get()), "root").resolve(inside.replaceFirst("^/+", ""));
        try {
            return !Files.getAttribute(seen, "unix:ino").equals(Files.getAttribute(file, "unix:ino"))
                    || !Files.getAttribute(seen, "unix:dev").equals(Files.getAttribute(file, "unix:dev"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // another user's process: nothing can be said
            return false;
        }
    }
}
