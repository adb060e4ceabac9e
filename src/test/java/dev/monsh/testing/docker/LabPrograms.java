package dev.monsh.testing.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs that a lab is made of, each found in the folders of the environment's {@code MONSH_IT_PATH}, of the system
 * property {@code monsh.it.path}, of PATH, or where Debian has programs for root.
 */
record LabPrograms(List<Path> folders) {

    private static final List<List<String>> NEEDED = List.of(
            List.of("dockerd"),
            List.of("containerd"),
            List.of("runc"),
            List.of("iptables"),
            List.of("ip"),
            List.of("unshare"),
            List.of("perl"),
            List.of("prometheus"),
            List.of("promtool"),
            List.of("prometheus-process-exporter", "process-exporter"));

    private static final List<String> PLUGIN_FOLDERS =
            List.of("usr/libexec/docker/cli-plugins", "usr/lib/docker/cli-plugins");

    /** Returns the programs of this machine. */
    static LabPrograms ofMachine() {
        String path = Stream.of(
                        System.getProperty("monsh.it.path"),
                        System.getenv("MONSH_IT_PATH"),
                        System.getenv("PATH"),
                        "/usr/sbin:/sbin")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
        return new LabPrograms(Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).toAbsolutePath())
                .distinct()
                .toList());
    }

    /** Returns what there is not, each with its name; empty when a lab can be started. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            missing.add("root's rights");
        }
        for (List<String> names : NEEDED) {
            if (names.stream().noneMatch(this::has)) {
                missing.add(names.getFirst());
            }
        }
        if (has("dockerd") && PLUGIN_FOLDERS.stream().noneMatch(this::hasCompose)) {
            missing.add("the plugin docker-compose");
        }
        return missing;
    }

    /** Returns the folder that the engine's package is unpacked in; {@code /} for an installed one. */
    Path packages() {
        Path bin = find("dockerd").findFirst().orElseThrow().getParent();
        // .../usr/sbin/dockerd
        return Objects.requireNonNull(bin.getParent().getParent(), "dockerd is below usr");
    }

    /** Returns a PATH with all of these folders, and last those of the engine's package, for its {@code docker}. */
    String path() {
        return Stream.concat(folders.stream(), Stream.of(packages().resolve("usr/bin")))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private boolean hasCompose(String folder) {
        return Files.isExecutable(packages().resolve(folder).resolve("docker-compose"));
    }

    private boolean has(String program) {
        // the unpacked packages have their programs in two folders, and only one of them is told
        return find(program).findAny().isPresent()
                || find("dockerd")
                        .anyMatch(dockerd -> Files.isExecutable(
                                dockerd.resolveSibling("../bin").resolve(program)));
    }

    private Stream<Path> find(String program) {
        return folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable);
    }
}
