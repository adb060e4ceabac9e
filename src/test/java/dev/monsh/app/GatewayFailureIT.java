package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.FileWatcher;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table of failures in docs/gateway.md, by the command, its exit code and the bytes of the live file. */
@LongRunning
class GatewayFailureIT extends GatewayConsoleCase {

    private int moved;

    @BeforeEach
    void freePort() {
        moved = lab.ports().free();
    }

    private Run move() {
        return gateway("map", "move", String.valueOf(odk), String.valueOf(moved), "--yes");
    }

    /** Runs the change, which must end with this code and leave the old file and a gateway that serves it. */
    private Run unchanged(ExitCode code) {
        try (FileWatcher watcher = new FileWatcher(lab.nginx().site())) {
            List<Long> workers = lab.nginx().workers();
            Run run = move();
            assertThat(run.code()).as("%s", run).isEqualTo(code);
            assertThat(watcher.stop()).containsExactly(before);
            assertThat(lab.nginx().workers()).isEqualTo(workers);
            assertServesOldFile();
            return run;
        }
    }

    private void assertServesOldFile() {
        assertThat(live()).isEqualTo(before);
        assertThat(lab.nginx().link()).isSymbolicLink();
        assertThat(lab.nginx().site().getParent()).isDirectoryNotContaining("glob:**.monsh-*");
        assertThat(query(odk)).isEqualTo("200");
        assertThat(query(moved)).isEmpty();
    }

    @Test
    void a_lock_is_a_conflict() throws Exception {
        Path lock = lab.root().resolve("state/lock");
        Process holder = new ProcessBuilder("flock", lock.toString(), "sleep", "60").start();
        try {
            LabFiles.await(
                    "the lock",
                    Duration.ofSeconds(5),
                    () -> holder.children().findAny().isPresent());
            assertThat(unchanged(ExitCode.CONFLICT).err()).contains("another change is being applied");
        } finally {
            holder.children().forEach(ProcessHandle::destroyForcibly);
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_file_that_changed_after_it_was_read_is_a_conflict_and_stays_as_the_others_left_it() {
        lab.tools().fault("flock", "echo '# by hand' >>" + lab.nginx().site());
        Run run = move();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.CONFLICT);
        assertThat(run.err()).contains("was changed on the gateway after it was read; nothing was changed");
        assertThat(live()).isEqualTo(before + "# by hand\n");
        assertThat(query(odk)).isEqualTo("200");
    }

    @Test
    void a_port_that_another_program_has_is_a_conflict_that_names_it() throws IOException {
        try (ServerSocket holder = new ServerSocket(moved, 1, InetAddress.getLoopbackAddress())) {
            List<Long> workers = lab.nginx().workers();
            Run run = move();
            assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.CONFLICT);
            assertThat(run.err())
                    .contains("port " + holder.getLocalPort() + " is held by java (pid "
                            + ProcessHandle.current().pid() + "); nothing was changed");
            assertThat(lab.nginx().workers()).isEqualTo(workers);
        }
        assertServesOldFile();
    }

    @ParameterizedTest
    @CsvSource({
        "cat, 'echo no space left >&2; head -c 10; exit 1', UNREACHABLE, no space left",
        "cat, 'head -c 10; exit 0', UNREACHABLE, the file did not arrive complete",
        "cp, 'case \"$*\" in *backups*) echo no space left >&2; exit 1;; esac', UNREACHABLE, no space left",
        "unshare, 'case \"$*\" in *-t) echo \"nginx: [warn] conflicting server name\"; exit 0;; esac', REJECTED, nginx warns about",
        "unshare, 'case \"$*\" in *-t) echo \"nginx: [emerg] no\"; exit 1;; esac', REJECTED, nginx rejects the new",
        "nginx, 'case \"$*\" in *reload) echo no such luck >&2; exit 1;; esac', REJECTED, with the old one again: no such luck",
    })
    void what_fails_on_the_gateway_leaves_the_old_file(String tool, String fault, ExitCode code, String said) {
        // only in the script under sudo, since what the connection itself needs is another row
        lab.tools().fault(tool, "if [ -n \"${SUDO_USER-}\" ] && [ -e " + arm() + " ]; then " + fault + "; fi");
        List<Long> workers = lab.nginx().workers();
        Run run = move();
        assertThat(run.code()).as("%s", run).isEqualTo(code);
        assertThat(run.err()).contains(said);
        assertThat(lab.nginx().workers()).isEqualTo(workers);
        assertServesOldFile();
    }

    /** The script has begun to apply when its lock has an owner of this minute; reading takes no lock. */
    private Path arm() {
        Path owner = lab.root().resolve("state/lock.owner");
        lab.inside("rm -f " + owner);
        return owner;
    }

    @Test
    void a_certificate_that_is_not_there_is_found_by_the_test() {
        List<Long> workers = lab.nginx().workers();
        Run run = gateway("harden", "--tls-certificate", "/nowhere.pem", "--tls-key", "/nowhere.key", "--yes");
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("nginx rejects the new file").contains("/nowhere.pem");
        assertThat(lab.nginx().workers()).isEqualTo(workers);
        assertServesOldFile();
    }

    @Test
    void workers_that_are_not_replaced_are_rejected_with_the_old_file_back() {
        long master = lab.nginx().master().orElseThrow();
        Run run;
        try {
            lab.tools().fault("nginx", "case \"$*\" in *reload) kill -STOP " + master + ";; esac");
            run = move();
        } finally {
            LabFiles.run(List.of("/bin/kill", "-CONT", String.valueOf(master)));
        }
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("the workers were not replaced in time");
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void a_connection_that_breaks_is_unreachable_and_the_next_run_tells_the_end() {
        lab.tools().fault("mv", lab.cutOnce());
        Run run = move();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("the gateway finishes any change already started");
        LabFiles.await("the change", Duration.ofSeconds(20), () -> GatewayLab.answers(moved));
        lab.tools().clear();

        Run next = done("map");
        assertThat(next.err())
                .contains("(map move " + odk + " " + moved + "), whose outcome was never reported: applied");
        assertThat(next.out()).contains(moved + "\t");
        assertThat(done("map").err()).isEmpty();
        assertThat(live()).isEqualTo(before.replace("listen " + odk, "listen " + moved));
    }

    @Test
    void an_upstream_that_is_silent_keeps_the_change_and_is_partial() {
        int prometheus = lab.ports().free();
        Run run = gateway(
                "map",
                "add",
                "off",
                "--tailscale-ip",
                "127.0.0.98",
                "--prometheus-port",
                String.valueOf(prometheus),
                "--loki-port",
                String.valueOf(lab.ports().free()),
                "--yes");
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err())
                .contains("nginx applied the change, but port " + prometheus
                        + " answers 502: the target does not answer");
        assertThat(live()).startsWith(before).contains("127.0.0.98:9090");
        assertThat(query(odk)).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        LabUsers.REFUSED + ", sudo on",
        LabUsers.TERMINAL + ", it requires a terminal",
        LabUsers.ASKED + ", 'it needs a password, which monsh can only ask for on a terminal'",
        "nosuchuser, ssh nosuchuser@127.0.0.1",
    })
    void a_login_or_sudo_that_is_refused_is_a_refusal(String user, String said) {
        configuration(user + ".yml", user, lab.sshPort());
        Run run = gateway(
                "map",
                "move",
                String.valueOf(odk),
                String.valueOf(moved),
                "--yes",
                "--config",
                lab.root().resolve("home/.config/monsh/" + user + ".yml").toString());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains(said);
        assertServesOldFile();
    }

    @Test
    void a_host_that_is_not_there_is_unreachable() {
        Path configuration =
                configuration("nobody.yml", LabUsers.FREE, lab.ports().free());
        Run run = gateway("map", "--config", configuration.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("nothing answers on port");
    }

    @Test
    void a_broken_live_file_is_shown_and_rolled_back() {
        assertThat(move().code()).isEqualTo(ExitCode.DONE);
        List<Long> workers = lab.nginx().workers();
        LabFiles.write(lab.nginx().site(), live() + "server { listen nonsense; }\n", "rw-r--r--");

        Run list = gateway("map", "list", "--no-probe");
        assertThat(list.code()).as("%s", list).isEqualTo(ExitCode.DONE);
        assertThat(list.err()).contains("nginx rejects its current configuration");
        assertThat(gateway("history").code()).isEqualTo(ExitCode.DONE);
        assertThat(move().code()).isNotEqualTo(ExitCode.DONE);

        Run back = gateway("rollback", "--yes");
        assertThat(back.code()).as("%s", back).isEqualTo(ExitCode.DONE);
        assertThat(live()).isEqualTo(before);
        assertThat(query(odk)).isEqualTo("200");
        assertThat(lab.nginx().workers()).doesNotContainAnyElementsOf(workers);
    }
}
