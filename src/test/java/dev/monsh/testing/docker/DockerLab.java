package dev.monsh.testing.docker;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Docker engine of the tests' own, with Compose v2 and the stack's four images: the real Prometheus (with promtool) and
 * process-exporter, Loki and Promtail played by a stand-in. No registry is ever asked; networks are those of Compose files,
 * and there is no default bridge. Processes, networks, mounts and files are gone when it is closed, and when the JVM is.
 */
public final class DockerLab implements AutoCloseable {

    private final Path folder;
    private final LabPrograms programs;
    private final LabEngine engine;

    private DockerLab(Path folder, LabPrograms programs) {
        this.folder = folder;
        this.programs = programs;
        this.engine = LabEngine.in(folder, programs.packages());
    }

    /** Returns what this machine lacks for a lab, such as {@code dockerd}; empty when one can be started. */
    public static List<String> missing() {
        return LabPrograms.ofMachine().missing();
    }

    /** Starts an engine with the stack's images. Tests that stop their engine start one of their own. */
    public static DockerLab start() {
        DockerLab lab = withoutImages();
        try {
            lab.makeImages();
            return lab;
        } catch (Throwable e) {
            lab.close();
            throw e;
        }
    }

    /** Starts an engine that has no image. */
    public static DockerLab withoutImages() {
        try {
            // not java.io.tmpdir: the path of a socket has less than 108 bytes
            DockerLab lab =
                    new DockerLab(Files.createTempDirectory(Path.of("/tmp"), "monsh-docker"), LabPrograms.ofMachine());
            lab.startOrClose();
            return lab;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOrClose() {
        try {
            engine.start();
        } catch (Throwable e) {
            engine.close();
            throw e;
        }
    }

    private void makeImages() {
        Path trees = folder.resolve("trees");
        Ended ended = launched().by(LabFiles.script("images").toString()).run(trees.toString());
        if (ended.code() != 0) {
            throw new AssertionError("the images cannot be made: " + ended);
        }
    }

    /** Returns the variables that a program needs to use this engine: where it is, Compose, and PATH with {@code docker}. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DOCKER_HOST", "unix://" + socket());
        environment.put("DOCKER_CONFIG", folder.resolve("config").toString());
        environment.put("PATH", programs.path());
        return environment;
    }

    /** Returns the engine's socket. */
    public Path socket() {
        return folder.resolve("docker.sock");
    }

    /** Returns a run of the program whose Docker engine is this one; its own PATH comes first. */
    public Launched on(Launched launched) {
        return launched.with("DOCKER_HOST", "unix://" + socket())
                .with("DOCKER_CONFIG", folder.resolve("config").toString())
                .with("PATH", launched.environment().getOrDefault("PATH", "") + ":" + programs.path());
    }

    /** Runs {@code docker} in the lab's folder, whatever comes of it. */
    public Ended docker(String... words) {
        return launched().by("docker").run(words);
    }

    /** Runs {@code docker compose} in a stack's folder, whatever comes of it. */
    public Ended compose(Path stack, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "compose";
        System.arraycopy(words, 0, all, 1, words.length);
        return launched().by("docker").from(stack).run(all);
    }

    /** Gives an image a further name, such as {@code image("prom/prometheus:latest", "prom/prometheus:v3.5.0")}. */
    public void image(String existing, String name) {
        Ended ended = docker("tag", existing, name);
        if (ended.code() != 0) {
            throw new AssertionError(ended.toString());
        }
    }

    /** Ends the engine as {@code systemctl stop docker} does: its containers end too. */
    public void stopEngine() {
        engine.stop();
    }

    /** Starts the engine again; it starts the containers that are to be restarted. */
    public void startEngine() {
        engine.start();
    }

    /** Returns a port of the loopback that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Launched launched() {
        Launched plain = Launched.in(folder.resolve("runs"));
        for (Map.Entry<String, String> variable : environment().entrySet()) {
            plain = plain.with(variable.getKey(), variable.getValue());
        }
        return plain;
    }

    @Override
    public void close() {
        engine.close();
    }
}
