package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.failure.ExitCode;
import dev.monsh.os.ProcTable;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabBox;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever sets a password on a gateway is never locked out of it: while nginx asks for passwords, its password file is there,
 * and so is the file with the new password on the user's own machine. The system property {@code monsh.kills} makes it a
 * longer run.
 */
@LongRunning
class GatewayLockOutIT extends GatewayConsoleCase {

    private static final int KILLS = Integer.getInteger("monsh.kills", 10);

    /** The steps of a change as its journal has them, from the last one that leaves everything as it was. */
    private static final List<String> STEPS = List.of("testing", "writing passwords", "moving", "moved", "reloading");

    private static final int LATEST_MILLIS = 250;

    private Path passwords = Path.of("");
    private Path mine = Path.of("");

    @BeforeEach
    void noPasswords() throws IOException {
        passwords = lab.root().resolve("nginx/monsh.htpasswd");
        mine = lab.root().resolve("home/gateway.password");
        Files.deleteIfExists(passwords);
        Files.deleteIfExists(mine);
    }

    private Run harden() {
        return run("gateway", "harden", "--auth", "grafana", "--yes", "--password-file", mine.toString());
    }

    /** Asks with the password that the user was given. */
    private String queryWithMine() {
        String login = "grafana:" + LabFiles.read(mine).strip();
        return LabBox.gateway(
                odk,
                "GET",
                "/api/v1/query?query=up",
                "Authorization: Basic "
                        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))
                        + "\r\n");
    }

    /** Returns whether nginx asks for passwords; then the user has the right one. */
    private boolean asksAndLetsMeIn(String when) {
        String status = query(odk);
        assertThat(status).as(when).isIn("200", "401");
        if (status.equals("401")) {
            assertThat(passwords).as(when).exists();
            assertThat(mine).as(when).exists();
            assertThat(queryWithMine()).as(when).isEqualTo("200");
        }
        return status.equals("401");
    }

    @Test
    void nobody_is_locked_out_by_a_script_that_is_killed_at_any_moment() throws Exception {
        int asking = 0;
        int killed = 0;
        Random random = new Random();
        for (int i = 0; i < KILLS; i++) {
            freshSite();
            noPasswords();
            String step = STEPS.get(i % STEPS.size());
            Killer killer = new Killer(step, random.nextInt(LATEST_MILLIS));
            Run run = harden();
            String when = killer.end() + ": " + run;

            asking += asksAndLetsMeIn(when) ? 1 : 0;
            if (run.code() == ExitCode.UNREACHABLE) {
                killed++;
                assertThat(run.err()).as(when).contains("try: monsh gateway history");
                assertThat(mine).as(when).exists();
            } else {
                assertThat(run.code()).as(when).isEqualTo(ExitCode.DONE);
            }
            Run history = gateway("history");
            assertThat(history.code()).as("%s", history).isEqualTo(ExitCode.DONE);
            asksAndLetsMeIn("history after " + when);
            assertThat(gateway("map", "--no-probe").code()).as(when).isEqualTo(ExitCode.DONE);
            await().atMost(Duration.ofSeconds(5)).until(() -> query(odk).equals("401") != live().equals(before));
            boolean applied = asksAndLetsMeIn("recovery after " + when);
            assertThat(live().equals(before)).as(when).isEqualTo(!applied);
            assertThat(Files.exists(passwords)).as(when).isEqualTo(applied);
        }
        System.out.println("changes cut short: " + killed + " of " + KILLS + "; nginx asked for passwords after "
                + asking + ", and nobody was locked out");
        assertThat(killed).isPositive();
    }

    /** Kills the script that changes the gateway some time after its journal comes to a step. */
    private final class Killer {
        private final String step;
        private final int millis;
        private final Thread thread;
        private final Path journal = lab.root().resolve("state/journal");
        private final long former = entries();

        Killer(String step, int millis) {
            this.step = step;
            this.millis = millis;
            this.thread = Thread.ofPlatform().start(this::watch);
        }

        String end() throws InterruptedException {
            thread.interrupt();
            thread.join();
            return "killed " + millis + " ms after " + step;
        }

        private long entries() {
            try (Stream<Path> all = Files.list(journal)) {
                return all.count();
            } catch (IOException e) {
                return 0;
            }
        }

        private void watch() {
            String line = "step " + Base64.getEncoder().encodeToString(step.getBytes(StandardCharsets.US_ASCII));
            try {
                while (!newest().contains(line)) {
                    Thread.sleep(2);
                }
                Thread.sleep(millis);
                kill();
            } catch (InterruptedException e) {
                // the change was faster
            }
        }

        private String newest() {
            try {
                return Files.readString(journal.resolve((former + 1) + "/entry"));
            } catch (IOException e) {
                return "";
            }
        }

        /** The script and its subshells have one command line, and none of them is given time to say anything. */
        private void kill() {
            ProcTable processes = new ProcTable(Path.of("/proc"));
            ProcessHandle.allProcesses()
                    .filter(each -> isScript(processes.commandLine(each.pid())))
                    .forEach(ProcessHandle::destroyForcibly);
        }

        private boolean isScript(List<String> words) {
            return words.size() > 3
                    && words.get(0).equals("/bin/sh")
                    && words.get(1).endsWith("/gateway.sh")
                    && words.get(2).equals("apply")
                    && words.contains(lab.root().resolve("state").toString());
        }
    }

    /** Makes the first reload look like a failure, so that the old file is put back, and does this to the second one. */
    private void failFirstReloadThen(String second) throws IOException {
        Path first = lab.root().resolve("first-reload");
        Files.deleteIfExists(first);
        lab.tools().fault("tail", "case \"$*\" in -c*) echo '2026/01/01 00:00:00 [emerg] 1#1: no'; exit 0;; esac");
        lab.tools()
                .fault(
                        "nginx",
                        "case \"$*\" in *reload) if [ -e " + first + " ]; then " + second + "; fi; : >" + first
                                + ";; esac");
    }

    /** A worker with the old site answers on until nginx has started the new ones. */
    private void awaitNewSite() {
        await().atMost(Duration.ofSeconds(5)).until(() -> query(odk).equals("401"));
    }

    @Test
    void nobody_is_locked_out_by_a_script_that_is_killed_while_it_puts_the_old_file_back() throws IOException {
        failFirstReloadThen(lab.killOnce());
        Run run = harden();
        lab.tools().clear();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(live()).isEqualTo(before);
        awaitNewSite();
        assertThat(asksAndLetsMeIn("after the kill")).isTrue();

        Run next = gateway("map", "--no-probe");
        assertThat(next.code()).as("%s", next).isEqualTo(ExitCode.DONE);
        assertThat(next.err()).contains("the change was cut short while it was being put back");
        assertThat(query(odk)).isEqualTo("200");
        assertThat(passwords).doesNotExist();
    }

    @Test
    void nobody_is_locked_out_where_nginx_does_not_take_the_old_file_back() throws IOException {
        failFirstReloadThen("echo no >&2; exit 1");
        Run run = harden();
        lab.tools().clear();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("try: monsh gateway check").contains("is in " + mine);
        assertThat(live()).isEqualTo(before);
        awaitNewSite();
        assertThat(asksAndLetsMeIn("with the new site still in nginx")).isTrue();
    }

    @Test
    void a_password_that_nobody_can_use_is_not_kept() {
        lab.tools().fault("nginx", "case \"$*\" in *reload) echo no such luck >&2; exit 1;; esac");
        Run run = harden();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
        assertThat(mine).doesNotExist();
    }
}
