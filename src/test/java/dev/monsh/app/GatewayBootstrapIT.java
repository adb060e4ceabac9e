package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.BareHost;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.TailscaleRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A bare Debian with an SSH server becomes a gateway, with the real apt, dpkg, sshd and nginx. Each test goes on from the one before. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayBootstrapIT {

    private static final String REPOSITORY = "http://127.0.0.1:8099";

    private record Ended(int code, String out, String err) {}

    private BareHost host;
    private Path home;
    private Path key;

    @BeforeAll
    void startHost() {
        host = BareHost.start();
        home = host.root().resolve("home");
        key = LabFiles.write(home.resolve("tailnet.key"), TailscaleRepository.AUTH_KEY + "\n", "rw-------");
        LabFiles.write(
                home.resolve("ssh_config"),
                "Host *\n    UserKnownHostsFile " + home.resolve(".ssh/known_hosts")
                        + "\n    GlobalKnownHostsFile none\n    IdentityAgent none\n    IdentityFile none\n",
                "rw-r--r--");
        LabFiles.write(
                home.resolve("bin/ssh"),
                "#!/bin/sh\nexec /usr/bin/ssh -F " + home.resolve("ssh_config") + " \"$@\"\n",
                "rwxr-xr-x");
    }

    @AfterAll
    void stopHost() {
        if (host != null) {
            host.close();
        }
    }

    private Process begin(String name, String... words) {
        List<String> all = new ArrayList<>(host.beside());
        all.addAll(List.of(
                "env",
                "-i",
                "HOME=" + home,
                "LANG=C.UTF-8",
                "PATH=" + home.resolve("bin") + ":/usr/bin:/bin",
                Distribution.folder().resolve("bin/monsh").toString()));
        all.addAll(List.of(words));
        try {
            return new ProcessBuilder(all)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(home.resolve(name + ".out").toFile())
                    .redirectError(home.resolve(name + ".err").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ended end(String name, Process process) {
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).as(name).isTrue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return new Ended(
                process.exitValue(),
                LabFiles.read(home.resolve(name + ".out")),
                LabFiles.read(home.resolve(name + ".err")));
    }

    private Ended monsh(String... words) {
        return end("run", begin("run", words));
    }

    private Ended bootstrap(String... more) {
        List<String> words = new ArrayList<>(List.of("gateway", "bootstrap", "--tailscale-repository", REPOSITORY));
        words.addAll(List.of(more));
        return monsh(words.toArray(String[]::new));
    }

    private static void assertDone(Ended run) {
        assertThat(run.code()).as("%s", run).isZero();
    }

    /** Everything that a second run could have touched. */
    private String state() {
        return host.run(
                "cat /var/log/dpkg.log /etc/apt/sources.list.d/tailscale.list | sha256sum; ls -l /etc/nginx/sites-enabled;"
                        + " cat /run/nginx.pid; cat /var/lib/tailscale/state; ls -l --time-style=full-iso /etc/nginx/sites-available"
                        + " /usr/share/keyrings/tailscale-archive-keyring.gpg; ls -d /proc/$(cat /run/nginx.pid)/task");
    }

    @Test
    @Order(1)
    void connect_points_a_host_without_nginx_to_bootstrap() {
        String fingerprint = LabFiles.run(List.of(
                        "ssh-keygen", "-lf", host.root().resolve("host.pub").toString()))
                .split(" ")[1];
        Ended run = monsh(
                "gateway",
                "connect",
                "root@127.0.0.1",
                "--identity-file",
                host.root().resolve("login").toString(),
                "--fingerprint",
                fingerprint,
                "--yes");
        assertDone(run);
        assertThat(run.err()).contains("nginx not found").contains("next: monsh gateway bootstrap");
    }

    @Test
    @Order(2)
    void a_dry_run_shows_the_steps_and_changes_nothing() {
        Ended run = bootstrap("--dry-run", "--auth-key-file", key.toString());
        assertDone(run);
        assertThat(run.out())
                .contains("system\talready\tDebian GNU/Linux")
                .contains("nginx\twould\tinstall nginx")
                .contains("site\twould\tmake /etc/nginx/sites-available/monitoring-proxy and link it")
                .contains("tailscale packages\twould\tadd " + REPOSITORY + "/debian bookworm with its key")
                .contains("tailscale login\twould\tlog in with the auth key");
        assertThat(host.run("ls /etc/nginx /usr/sbin/nginx /etc/apt/sources.list.d 2>&1 || true"))
                .contains("No such file");
        assertThat(bootstrap().code()).as("without a terminal it needs --yes").isEqualTo(2);
    }

    @Test
    @Order(3)
    void an_interrupted_installation_is_finished_behind_a_lock_of_20_seconds() throws IOException {
        host.run("dpkg --force-all --unpack " + host.root().resolve("repository/debian")
                + "/nginx-common_*.deb >/dev/null 2>&1");
        Process holder = host.start(
                "exec perl -e '$0 = \"unattended-upgrade\"; use Fcntl;"
                        + " open(F, \">>\", \"/var/lib/dpkg/lock-frontend\");"
                        + " $l = pack(\"s s x4 q q l x4\", F_WRLCK, 0, 0, 0, 0); fcntl(F, F_SETLK, $l) or die; sleep 1 until -e q(/run/met); sleep 20'");
        LabFiles.await(
                "the lock",
                Duration.ofSeconds(5),
                () -> !host.run("find /proc/[0-9]*/fd -lname /var/lib/dpkg/lock-frontend 2>/dev/null || true")
                        .isBlank());
        Process running = begin(
                "run",
                "gateway",
                "bootstrap",
                "--tailscale-repository",
                REPOSITORY,
                "--yes",
                "--auth-key-file",
                key.toString());
        LabFiles.await(
                "the wait",
                Duration.ofSeconds(60),
                () -> LabFiles.read(home.resolve("run.err")).contains("waiting for unattended-upgrade (pid "));
        host.run(": >/run/met");
        long start = System.nanoTime();

        Ended run = end("run", running);

        assertDone(run);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(15));
        assertThat(holder.isAlive()).isFalse();
        assertThat(run.err())
                .contains("waiting for unattended-upgrade (pid ")
                .contains("next: monsh gateway map add BOX --tailscale-ip IP");
        assertThat(run.out().lines().filter(line -> line.contains("\tdone\t")))
                .as("%s", run)
                .hasSize(8);
        assertThat(host.run("cat /var/lib/tailscale/calls; cat /var/lib/tailscale/key-mode"))
                .contains("up --auth-key=file:/")
                .doesNotContain(TailscaleRepository.AUTH_KEY)
                .endsWith("600\n");
        assertThat(host.run("ls /etc/nginx/sites-enabled")).isEqualTo("monitoring-proxy\n");
        assertThat(host.run("grep -rlF " + TailscaleRepository.AUTH_KEY
                        + " /var/lib/monsh /var/log /etc/apt /run 2>/dev/null || true"))
                .isEmpty();
        assertThat(run.out() + run.err()).doesNotContain(TailscaleRepository.AUTH_KEY);
    }

    @Test
    @Order(4)
    void a_second_run_changes_nothing() {
        String before = state();

        Ended run = bootstrap("--yes", "--auth-key-file", key.toString());

        assertDone(run);
        assertThat(run.out()).doesNotContain("\tdone\t").contains("tailscale login\talready\tlogged in as 100.64.0.1");
        assertThat(run.err()).contains("nothing to change");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void a_mapping_can_be_added_right_after() {
        // a JVM for each would take too long to start on a busy machine
        String servers = "for port in 9090 3100; do perl -MIO::Socket::INET -e '"
                + "$s = IO::Socket::INET->new(LocalAddr => \"127.0.0.9\", LocalPort => shift, Listen => 9, ReuseAddr => 1) or die;"
                + " while ($c = $s->accept) { 1 while defined($l = <$c>) && $l =~ /\\S/;"
                + " print $c \"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n\"; close $c }' $port & done; wait";
        Process box = host.start(servers);
        try {
            LabFiles.await(
                    "the box",
                    Duration.ofSeconds(20),
                    () -> host.run("ss -Hltn").contains("127.0.0.9:9090")
                            && host.run("ss -Hltn").contains("127.0.0.9:3100"));

            Ended run = monsh("gateway", "map", "add", "aibox-2", "--tailscale-ip", "127.0.0.9", "--yes");

            assertDone(run);
            assertThat(run.err()).contains("nginx runs with it").contains("answers on 9091 and 3101");
        } finally {
            box.descendants().forEach(ProcessHandle::destroyForcibly);
            box.destroyForcibly();
        }
    }

    @Test
    @Order(6)
    void a_default_site_that_somebody_changed_stays() {
        host.run("echo '# mine' >>/etc/nginx/sites-available/default;"
                + " ln -s /etc/nginx/sites-available/default /etc/nginx/sites-enabled/default");

        Ended run = bootstrap("--yes", "--no-tailscale");

        assertThat(run.out())
                .contains("default site\tskipped\t/etc/nginx/sites-enabled/default is not the package's own file")
                .contains("tailscale\tskipped\tnot wanted");
        assertThat(host.run("ls /etc/nginx/sites-enabled")).contains("default");
        host.run("rm /etc/nginx/sites-enabled/default");
    }

    @Test
    @Order(7)
    void without_a_key_the_login_link_is_shown_and_waited_for() {
        host.run("rm -f /var/lib/tailscale/state");
        Process running = begin(
                "link", "gateway", "bootstrap", "--yes", "--tailscale-repository", REPOSITORY, "--timeout", "60s");
        LabFiles.await(
                "the link",
                Duration.ofSeconds(40),
                () -> LabFiles.read(home.resolve("link.err"))
                        .contains("to log the gateway in, open " + TailscaleRepository.LINK));
        assertThat(running.isAlive()).isTrue();
        host.run(": >/var/lib/tailscale/approved");

        Ended run = end("link", running);

        assertThat(run.out()).contains("tailscale login\tdone\tlogged in as 100.64.0.1");
    }

    @Test
    @Order(8)
    void a_wrong_key_and_a_repository_that_is_not_there_are_said_and_leave_apt_working() {
        host.run("rm -f /var/lib/tailscale/state");
        Path wrong = LabFiles.write(home.resolve("wrong.key"), "tskey-auth-wrong\n", "rw-------");
        Ended run = bootstrap("--yes", "--auth-key-file", wrong.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(6);
        assertThat(run.out()).contains("tailscale login\tfailed\t").contains("invalid key");
        assertThat(run.err()).contains("run this again to continue");

        host.run("rm -f /usr/bin/tailscale");
        Ended other = monsh(
                "gateway",
                "bootstrap",
                "--yes",
                "--tailscale-repository",
                REPOSITORY + "/nowhere",
                "--tailscale-key",
                REPOSITORY + "/debian/bookworm.noarmor.gpg");
        assertThat(other.code()).as("%s", other).isEqualTo(6);
        assertThat(other.out())
                .contains("tailscale packages\tfailed\t")
                .contains("tailscale login\tskipped\tneeds the step that failed");
        host.run("apt-get -qq update");
    }
}
