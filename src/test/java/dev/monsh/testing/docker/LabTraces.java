package dev.monsh.testing.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the machine knows of one lab, others being left alone: what has its folder in its arguments, its containers' control
 * groups, its bridges and its mounts.
 */
record LabTraces(Path folder, List<String> containers, List<String> bridges, String forwarding) {

    /** Remembers what a lab has now. */
    static LabTraces of(DockerLab lab) {
        return new LabTraces(
                lab.socket().resolveSibling("."),
                lab.docker("ps", "--quiet", "--no-trunc").lines(),
                lab.docker("network", "ls", "--quiet", "--filter", "driver=bridge").lines().stream()
                        .map(id -> "br-" + id)
                        .toList(),
                forwardingNow());
    }

    /** Returns the kinds of what is there of it, or has been changed. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        add(left, "processes", processes());
        add(left, "control groups", controlGroups());
        add(left, "a bridge", bridges.stream().anyMatch(LabTraces::isThere));
        add(left, "a mount", lines("/proc/self/mountinfo").anyMatch(line -> line.contains(name())));
        add(left, "files", Files.exists(folder));
        add(left, "forwarding", !forwarding.equals(forwardingNow()));
        return left;
    }

    private static void add(List<String> left, String kind, boolean isLeft) {
        if (isLeft) {
            left.add(kind);
        }
    }

    private String name() {
        return folder.normalize() + "/";
    }

    private boolean processes() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(name()));
    }

    private boolean controlGroups() {
        try (Stream<Path> groups = Files.find(
                Path.of("/sys/fs/cgroup"),
                5,
                (path, kind) -> containers.contains(path.getFileName().toString()))) {
            return groups.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String bridge) {
        try {
            return NetworkInterface.getByName(bridge) != null;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String forwardingNow() {
        return lines("/proc/sys/net/ipv4/ip_forward").findFirst().orElse("");
    }
}
