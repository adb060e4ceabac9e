package dev.monsh.testing.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Debian with an SSH server and no nginx: this machine's own root under a layer in memory, with a network that has nothing but
 * its loopback. Its apt knows one repository, with the packages of nginx; another one plays Tailscale's. Nothing of the machine
 * itself is changed, and no packet can leave.
 */
public final class BareHost implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final LabPrograms programs = LabPrograms.require();
    private final Path root;
    private final Process namespace;
    private final long inside;
    private final Thread atExit = new Thread(this::stop, "end of the bare host");

    private BareHost(Path packages) throws IOException {
        this.root = Files.createTempDirectory(Path.of("/tmp"), "monsh-bare-");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path repository = root.resolve("repository");
        DebianRepository.of(packages, repository.resolve("debian"));
        TailscaleRepository.make(root.resolve("build"), repository.resolve("tailscale"));
        key();
        LabFiles.write(root.resolve("sshd_config"), """
                Port 22
                ListenAddress 127.0.0.1
                HostKey ROOT/host
                AuthorizedKeysFile ROOT/login.pub
                StrictModes no
                UsePAM no
                PermitRootLogin yes
                PasswordAuthentication no
                """.replace("ROOT", root.toString()), "rw-r--r--");
        LabFiles.write(root.resolve("outer"), OUTER.replace("ROOT", root.toString()), "rwxr-xr-x");
        LabFiles.write(root.resolve("inner"), inner(), "rwxr-xr-x");
        Runtime.getRuntime().addShutdownHook(atExit);
        this.namespace = new ProcessBuilder(
                        programs.path("unshare").toString(),
                        "--mount",
                        "--net",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--propagation",
                        "private",
                        "/bin/sh",
                        root.resolve("outer").toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start();
        LabFiles.await(
                "the bare host", START, () -> namespace.children().findFirst().isPresent());
        this.inside = namespace.children().findFirst().orElseThrow().pid();
        LabFiles.await("its sshd", START, () -> {
            if (!namespace.isAlive()) {
                throw new AssertionError("the bare host did not start: " + LabFiles.read(root.resolve("log")));
            }
            return LabFiles.run(List.of("nsenter", "-n", "-t", String.valueOf(inside), "ss", "-Hltn"))
                    .contains(":22 ");
        });
    }

    private static final String OUTER = """
            set -e
            cd ROOT
            mkdir -p memory
            mount -t tmpfs tmpfs memory
            mkdir memory/upper memory/work memory/root
            : >memory/upper/bare-host
            mount -t overlay overlay -o lowerdir=/,upperdir=ROOT/memory/upper,workdir=ROOT/memory/work memory/root
            mount --bind /dev memory/root/dev
            mount -t proc proc memory/root/proc
            mount -t tmpfs tmpfs memory/root/run
            ip link set lo up
            exec chroot memory/root /bin/sh ROOT/inner
            """;

    /** Turns the copy of the machine into a bare one: what a gateway needs goes, and so does whatever apt knows. */
    private String inner() {
        return """
                set -e
                [ -e /bare-host ] || exit 1
                export DEBIAN_FRONTEND=noninteractive
                mkdir -p /run/lock /run/sshd
                dpkg --purge --force-depends $(dpkg-query -W -f '${Package}\\n' 'nginx*' 'libnginx*' 2>/dev/null) tailscale 2>&1 || true
                rm -rf /etc/nginx /var/log/nginx /usr/sbin/policy-rc.d /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/* /var/lib/monsh /root/.ssh /root/.bashrc /root/.profile /root/.bash_profile /root/.zshenv /etc/apt/apt.conf.d/docker*
                echo 'deb [trusted=yes] file:ROOT/repository/debian ./' >/etc/apt/sources.list
                (cd ROOT/repository/tailscale && exec JAVA/bin/jwebserver -b 127.0.0.1 -p 8099 -d ROOT/repository/tailscale) >/dev/null 2>&1 &
                exec SSHD -D -e -f ROOT/sshd_config
                """.replace("SSHD", programs.path("sshd").toString())
                .replace("JAVA", System.getProperty("java.home"))
                .replace("ROOT", root.toString());
    }

    private void key() {
        for (String name : List.of("host", "login")) {
            LabFiles.run(List.of(
                    programs.path("ssh-keygen").toString(),
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-C",
                    name,
                    "-f",
                    root.resolve(name).toString()));
        }
    }

    /** Starts a host, or skips the test where the machine has not what it takes. */
    public static BareHost start() {
        Path packages = DebianRepository.packages();
        try {
            return new BareHost(packages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** Returns the words before a command that runs it in the host's network, with this machine's files. */
    public List<String> beside() {
        return List.of("nsenter", "-n", "-t", String.valueOf(inside));
    }

    /** Runs a command of the host itself. */
    public String run(String shell) {
        return LabFiles.run(words(shell));
    }

    /** Starts a program of the host that goes on. */
    public Process start(String shell) {
        try {
            return new ProcessBuilder(words(shell))
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve("started").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String shell) {
        List<String> words = new ArrayList<>(List.of("nsenter", "-n", "-m", "-p", "-r", "-t", String.valueOf(inside)));
        words.addAll(List.of("env", "--chdir=/", "/bin/sh", "-c", shell));
        return words;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        // the first process of a process namespace takes all others with it
        namespace.children().forEach(ProcessHandle::destroyForcibly);
        namespace.destroyForcibly();
        try {
            namespace.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LabFiles.remove(root);
    }
}
