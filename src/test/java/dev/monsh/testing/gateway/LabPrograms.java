package dev.monsh.testing.gateway;

import dev.monsh.testing.Needed;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that the lab is made of: from the folders in the system property or environment variable
 * {@code monsh.it.path}, else from PATH and the folders of system programs.
 */
public final class LabPrograms {

    private static final List<String> NEEDED = List.of(
            "sshd",
            "nginx",
            "sudo",
            "ssh",
            "ssh-keygen",
            "ssh-agent",
            "ssh-add",
            "unshare",
            "mount",
            "flock",
            "openssl");

    private final Map<String, Path> found = new LinkedHashMap<>();

    private LabPrograms() {}

    /** Finds them; skips the test where one is missing or we are not root, but fails it on CI. */
    public static LabPrograms require() {
        LabPrograms programs = new LabPrograms();
        List<String> missing = new ArrayList<>();
        for (String name : NEEDED) {
            find(name).ifPresentOrElse(path -> programs.found.put(name, path), () -> missing.add(name));
        }
        if (!isRoot()) {
            missing.add("the rights of root");
        }
        Needed.here(missing.isEmpty(), "the gateway lab needs " + missing);
        return programs;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> find(String name) {
        String own = Optional.ofNullable(System.getProperty("monsh.it.path"))
                .or(() -> Optional.ofNullable(System.getenv("monsh.it.path")))
                .orElse("");
        String all = own + File.pathSeparator + System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns a program's path. */
    public Path path(String name) {
        Path path = found.get(name);
        if (path == null) {
            throw new IllegalArgumentException("the lab does not ask for " + name);
        }
        return path;
    }
}
