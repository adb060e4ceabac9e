package dev.monsh.adapter.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.host.Privilege;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.RemoteRun;
import dev.monsh.gateway.host.ScriptResult;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts on a host, with every kind of sudo rule. */
class SshHostIT extends SshCase {

    private static final String WHO = "id -u; printf 'input:'; cat\n";

    /** The login shell is what sshd waits for; it may have become the script itself. */
    private static final String ENDS_ITS_SHELL =
            "read -r name </proc/$PPID/comm; [ \"$name\" = sh ] && kill -TERM $PPID || kill -TERM $$; sleep 1\n";

    @BeforeEach
    void noFaults() {
        lab.tools().clear();
    }

    private RemoteHost connect(String user, SecretPrompt prompt) {
        return connect(lab.surroundings(), user, prompt);
    }

    private RemoteHost connect() {
        return connect(LabUsers.FREE, SecretPrompt.NOBODY);
    }

    @Test
    void sudoThatAsksForNothingIsGivenNothing() {
        Person person = new Person(LabUsers.PASSWORD);
        try (RemoteHost host = connect(LabUsers.FREE, person)) {
            assertThat(run(host, Privilege.ROOT, WHO).out().text()).isEqualTo("0\ninput:");
        }
        assertThat(person.questions).isEmpty();
    }

    @Test
    void rootNeedsNoSudo() {
        try (RemoteHost host = connect("root", SecretPrompt.NOBODY)) {
            assertThat(run(host, Privilege.ROOT, "echo \"$(id -u) ${SUDO_USER-none}\"\n")
                            .out()
                            .text())
                    .isEqualTo("0 none\n");
        }
    }

    @Test
    void thePasswordForSudoIsAskedForOnceAndGoesNowhereElse() {
        Person person = new Person("mistyped", LabUsers.PASSWORD);
        try (RemoteHost host = connect(LabUsers.ASKED, person)) {
            assertThat(run(host, Privilege.ROOT, WHO).out().text()).isEqualTo("0\ninput:");
            ScriptResult seen =
                    run(host, Privilege.ROOT, "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ | tr '\\0' '\\n'\n");
            assertThat(seen.out().text()).contains("sudo").doesNotContain(LabUsers.PASSWORD);
        }
        assertThat(person.questions)
                .hasSize(2)
                .containsOnly("password for sudo on " + LabUsers.ASKED + "@127.0.0.1:" + lab.sshPort() + ": ");
    }

    @Test
    void aWrongPasswordForSudoIsARefusal() {
        try (RemoteHost host = connect(LabUsers.ASKED, new Person("a", "b", "c", LabUsers.PASSWORD))) {
            RefusedException refusal =
                    catchThrowableOfType(RefusedException.class, () -> run(host, Privilege.ROOT, WHO));
            assertThat(refusal).hasMessageContaining("the password is wrong");
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void sudoThatAsksWhereNobodyCanAnswerIsARefusal() {
        try (RemoteHost host = connect(LabUsers.ASKED, SecretPrompt.NOBODY)) {
            assertThat(catchThrowableOfType(RefusedException.class, () -> run(host, Privilege.ROOT, WHO)))
                    .hasMessageContaining("it needs a password, which monsh can only ask for on a terminal");
        }
    }

    @Test
    void sudoThatDemandsATerminalIsARefusalOfItsOwn() {
        try (RemoteHost host = connect(LabUsers.TERMINAL, new Person(LabUsers.PASSWORD))) {
            RefusedException refusal =
                    catchThrowableOfType(RefusedException.class, () -> run(host, Privilege.ROOT, WHO));
            assertThat(refusal).hasMessageContaining("it requires a terminal (requiretty)");
            assertThat(String.valueOf(refusal.next())).contains("Defaults:" + LabUsers.TERMINAL + " !requiretty");
        }
    }

    @Test
    void aUserWithoutARuleIsRefusedInTheWordsOfSudo() {
        try (RemoteHost host = connect(LabUsers.REFUSED, new Person(LabUsers.PASSWORD))) {
            assertThat(catchThrowableOfType(RefusedException.class, () -> run(host, Privilege.ROOT, WHO)))
                    .hasMessageContaining("not in the sudoers file");
        }
    }

    @Test
    void argumentsArriveAsTheyAre() {
        List<String> odd =
                List.of("", " ", "it's", "$(id)", "`id`", "a\nb", "*", "~", "-n", "\\", "\"", "é", "#;|&<>!");
        try (RemoteHost host = connect()) {
            for (Privilege privilege : Privilege.values()) {
                ScriptResult result = run(host, privilege, "printf '%s\\0' \"$@\"\n", odd.toArray(String[]::new));
                assertThat(result.out().text().split("\0", -1)).startsWith(odd.toArray(String[]::new));
            }
        }
    }

    @Test
    void muchOutputOnBothStreamsComesThrough() {
        try (RemoteHost host = connect()) {
            ScriptResult result = run(
                    host, Privilege.LOGIN, "head -c 5000000 /dev/zero >&2 & head -c 5000000 /dev/zero; wait; exit 3\n");
            assertThat(result.out().size()).isEqualTo(5_000_000);
            assertThat(result.err().size()).isEqualTo(5_000_000);
            assertThat(result.status()).isEqualTo(3);
        }
    }

    @Test
    void aScriptThatASignalEndsHasNoStatusAndIsSaidToBe() {
        try (RemoteHost host = connect()) {
            String folder = host.upload(Map.of("script", Bytes.of(ENDS_ITS_SHELL)));
            assertThat(catchThrowableOfType(
                            RejectedException.class,
                            () -> host.run(new RemoteRun(
                                    Privilege.LOGIN, folder + "/script", List.of(), Duration.ofSeconds(10), false))))
                    .hasMessageContaining("was ended by SIGTERM");
            assertThat(run(host, Privilege.LOGIN, "echo on\n").out().text()).isEqualTo("on\n");
        }
    }

    @Test
    void aScriptThatTakesTooLongIsEndedThere() {
        Path alive = lab.root().resolve("home/alive");
        try (RemoteHost host = connect()) {
            assertThat(catchThrowableOfType(
                            TimedOutException.class,
                            () -> run(
                                    host,
                                    Privilege.ROOT,
                                    "trap 'rm -f " + alive + "; exit' TERM; : >" + alive
                                            + "; while :; do sleep 0.1; done\n",
                                    Duration.ofSeconds(1))))
                    .hasMessageContaining("longer than 1 s");
            assertThat(alive).doesNotExist();
        }
    }

    @Test
    void aConnectionThatBreaksIsUnreachableAtOnce() {
        try (RemoteHost host = connect()) {
            long start = System.nanoTime();
            assertThat(catchThrowableOfType(
                            UnreachableException.class,
                            () -> run(host, Privilege.ROOT, lab.root().resolve("cut-connection") + "; sleep 3\n")))
                    .hasMessageContaining("the connection broke");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void theFolderIsPrivateAndGoesWithTheConnection() throws Exception {
        Path folder;
        try (RemoteHost host = connect()) {
            folder = Path.of(host.upload(Map.of("a file", Bytes.of("x"))));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(LabFiles.read(folder.resolve("a file"))).isEqualTo("x");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a file"))))
                    .isEqualTo("rw-------");
        }
        assertThat(folder).doesNotExist();
    }
}
