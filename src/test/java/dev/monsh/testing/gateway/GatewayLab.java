package dev.monsh.testing.gateway;

import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.NginxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A gateway on this machine: a real sshd and a real nginx on loopback, in a mount namespace with its own users and sudo
 * rules. Nothing of the machine itself is changed.
 */
public final class GatewayLab implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    private final LabPrograms programs;
    private final Path root;
    private final LabPorts ports = new LabPorts();
    private final LabTools tools;
    private final LabKeys keys;
    private final LabNginx nginx;
    private final int sshPort;
    private final LabConfiguration configuration;
    private final Process namespace;
    private final List<Process> others = new ArrayList<>();
    /** A test run that is broken off leaves no servers behind. */
    private final Thread atExit = new Thread(this::stop, "end of the lab");

    private GatewayLab(LabPrograms programs) throws IOException {
        this.programs = programs;
        this.root = Files.createTempDirectory(
                Path.of("/tmp"),
                "monsh-lab-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.tools = new LabTools(root);
        this.keys = new LabKeys(programs, root.resolve("keys"));
        this.nginx = new LabNginx(root.resolve("nginx"));
        this.sshPort = ports.free();
        this.configuration = new LabConfiguration(programs, root);
        prepare();
        this.namespace = new ProcessBuilder(
                        programs.path("unshare").toString(),
                        "--mount",
                        "--propagation",
                        "private",
                        "--",
                        "/bin/sh",
                        root.resolve("start").toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitStart();
    }

    /** Starts a lab, or skips the test where the machine has not what it takes. */
    public static GatewayLab start() {
        LabPrograms programs = LabPrograms.require();
        try {
            return new GatewayLab(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        Path home = root.resolve("home");
        LabFiles.write(home.resolve("README"), "home of the lab's users\n", "rw-r--r--");
        LabUsers.write(programs, root.resolve("etc"), tools.folder(), home);
        keys.make("host_ed25519", "ed25519", "");
        Path login = keys.make("login", "ed25519", "");
        LabFiles.write(root.resolve("authorized_keys"), LabKeys.publicKey(login) + "\n", "rw-r--r--");
        LabFiles.write(knownHosts(), "[127.0.0.1]:" + sshPort + " " + LabKeys.publicKey(hostKey()) + "\n", "rw-r--r--");
        LabFiles.write(root.resolve("sshd_config"), configuration.sshd(sshPort), "rw-r--r--");
        LabFiles.write(root.resolve("ssh_config"), configuration.ssh(), "rw-r--r--");
        LabFiles.write(root.resolve("cut-connection"), LabConfiguration.CUT, "rwxr-xr-x");
        LabFiles.write(root.resolve("kill-script"), LabConfiguration.KILL, "rwxr-xr-x");
        LabFiles.write(root.resolve("start"), configuration.start(), "rwxr-xr-x");
    }

    private void awaitStart() {
        LabFiles.await("the lab's sshd and nginx", START, () -> {
            if (!namespace.isAlive()) {
                throw new AssertionError("the lab did not start: " + LabFiles.read(root.resolve("log")));
            }
            return answers(sshPort) && nginx.master().isPresent();
        });
    }

    /** Tells whether something listens on a port of loopback. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    /** Returns a path as the gateway sees it: its small disk is mounted in its namespace only. */
    public Path seen(Path path) {
        return Path.of("/proc/" + namespace.pid() + "/root" + path);
    }

    public LabTools tools() {
        return tools;
    }

    public LabKeys keys() {
        return keys;
    }

    public LabNginx nginx() {
        return nginx;
    }

    public LabPorts ports() {
        return ports;
    }

    public int sshPort() {
        return sshPort;
    }

    public Path hostKey() {
        return root.resolve("keys/host_ed25519");
    }

    public Path loginKey() {
        return root.resolve("keys/login");
    }

    public Path knownHosts() {
        return root.resolve("known_hosts");
    }

    public Path sshConfigurationFile() {
        return root.resolve("ssh_config");
    }

    public Path program(String name) {
        return programs.path(name);
    }

    /** Returns where this lab's nginx is, as a transaction is told of it. */
    public NginxSettings instance() {
        return instance(root.resolve("state"));
    }

    /** Returns the same with another state folder. */
    public NginxSettings instance(Path state) {
        return new NginxSettings(
                "nginx",
                Optional.of(root.resolve("nginx").toString()),
                Optional.of(root.resolve("nginx/nginx.conf").toString()),
                state.toString());
    }

    /** Returns the settings of a gateway that a user logs in to. */
    public GatewaySettings settings(String user) {
        return new GatewaySettings(
                "127.0.0.1",
                Optional.of(sshPort),
                Optional.of(user),
                Optional.empty(),
                nginx.site().toString(),
                Optional.of("127.0.0.1"));
    }

    /** Returns a machine whose SSH configuration knows the lab, and nothing of the machine's real user. */
    public SshSurroundings surroundings() {
        return new SshSurroundings(
                Map.of(),
                root.resolve("home"),
                "nobody",
                Optional.of(programs.path("ssh")),
                Optional.of(sshConfigurationFile()));
    }

    /** Starts another sshd beside the first one, on a port of its own, with more lines in front of its configuration. */
    public int anotherSshd(String lines) {
        int port = ports.free();
        Path file = LabFiles.write(
                root.resolve("sshd_config." + port),
                lines
                        + configuration
                                .sshd(sshPort)
                                .replaceFirst("Port \\d+", "Port " + port)
                                .replace("sshd.pid", port + ".pid"),
                "rw-r--r--");
        try {
            others.add(new ProcessBuilder(
                            "nsenter",
                            "-m",
                            "-t",
                            String.valueOf(namespace.pid()),
                            programs.path("sshd").toString(),
                            "-D",
                            "-e",
                            "-f",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve("log." + port).toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LabFiles.await("another sshd", START, () -> answers(port));
        return port;
    }

    /** Returns the line of a fault that breaks every connection, once. */
    public String cutOnce() {
        Path done = root.resolve("cut");
        try {
            Files.deleteIfExists(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "[ -e " + done + " ] || { : >" + done + "; " + root.resolve("cut-connection") + "; }";
    }

    /** Returns the line of a fault that ends the script itself without a word, once, and does not run the tool. */
    public String killOnce() {
        Path done = root.resolve("killed");
        try {
            Files.deleteIfExists(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "[ -e " + done + " ] || { : >" + done + "; " + root.resolve("kill-script") + "; exit 1; }";
    }

    /** Runs a command on the gateway, in its namespace. */
    public String inside(String shell) {
        return LabFiles.run(List.of("nsenter", "-m", "-t", String.valueOf(namespace.pid()), "/bin/sh", "-c", shell));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        nginx.stop();
        others.forEach(Process::destroy);
        namespace.destroy();
        try {
            for (Process each : others) {
                // it takes its pid file away
                each.waitFor(5, TimeUnit.SECONDS);
            }
            if (!namespace.waitFor(5, TimeUnit.SECONDS)) {
                namespace.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LabFiles.remove(root);
    }
}
