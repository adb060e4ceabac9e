package dev.monsh.logfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where folders of the machine are inside of Promtail's container. Only folders are mounted, never single files. */
public final class MountTable {

    private final List<Mount> mounts;
    private final Path folder;
    private final Path home;

    /**
     * Takes the volumes of the service.
     *
     * @param folder the Compose file's own, where relative paths begin
     * @param home what {@code ~} means
     */
    public MountTable(List<Mount> mounts, Path folder, Path home) {
        this.mounts = List.copyOf(mounts);
        this.folder = folder;
        this.home = home;
    }

    /** Returns the folder of the machine that is mounted; empty for a named volume, and where a variable hides it. */
    public Optional<String> source(Mount mount) {
        String written = mount.source().replace("$$", "\0");
        if (!mount.isBind() || written.contains("$")) {
            return Optional.empty();
        }
        String text = written.replace('\0', '$');
        Path path = text.equals("~")
                ? home
                : text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
        return Optional.of(path.toAbsolutePath().normalize().toString());
    }

    /** Returns the mount through which the container has a path: the one with the longest target. */
    public Optional<Mount> holding(String containerPath) {
        Mount best = null;
        for (Mount mount : mounts) {
            boolean longer = best == null
                    || trimmed(mount.target()).length() > trimmed(best.target()).length();
            if (longer && isInside(containerPath, mount.target())) {
                best = mount;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the path of the machine behind a path of the container; empty where no known folder is mounted there. */
    public Optional<String> toHost(String containerPath) {
        return holding(containerPath)
                .flatMap(mount -> source(mount).map(source -> moved(containerPath, mount.target(), source)));
    }

    /** Returns the path by which the container has a path of the machine; empty where it does not. */
    public Optional<String> toContainer(String hostPath) {
        return mounts.stream()
                .flatMap(mount -> source(mount)
                        .filter(source -> isInside(hostPath, source))
                        .map(source -> moved(hostPath, source, mount.target()))
                        .stream())
                .filter(path -> toHost(path).filter(hostPath::equals).isPresent())
                .findFirst();
    }

    static boolean isInside(String path, String folder) {
        return path.startsWith(trimmed(folder) + "/");
    }

    private static String moved(String path, String from, String to) {
        return trimmed(to) + path.substring(trimmed(from).length());
    }

    /** Returns a folder without the slash at its end; the root is the empty text. */
    private static String trimmed(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
