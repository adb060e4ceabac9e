package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change that comes off, and those that are refused before anything is touched, against a real sshd, sudo and nginx. */
@LongRunning
class GatewayTransactionIT extends GatewayCase {

    private static final Runnable NO_FAULT = () -> {};

    @Test
    void aChangeIsTakenByNewWorkersAndKeepsLinkOwnerAndMode() throws IOException {
        Files.setPosixFilePermissions(lab.nginx().site(), PosixFilePermissions.fromString("rw-r-----"));
        LabFiles.run(List.of("chown", "www-data:adm", lab.nginx().site().toString()));
        List<Long> workers = lab.nginx().workers();

        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            GatewayReading reading = read(transaction);
            assertThat(reading.file().bytes().text()).isEqualTo(before);
            assertThat(reading.file().real()).isEqualTo(lab.nginx().site().toString());
            assertThat(reading.file().owner()).isEqualTo("www-data:adm");
            assertThat(reading.file().mode()).isEqualTo("640");
            assertThat(reading.file().dump().text())
                    .contains("# configuration file " + lab.nginx().link() + ":");

            ApplyOutcome.Applied applied = transaction.apply(plan(reading, after));

            assertThat(get(port)).isEqualTo("new");
            assertThat(transaction.history(1)).singleElement().satisfies(entry -> {
                assertThat(entry.id()).isEqualTo(applied.id());
                assertThat(entry.applied()).isTrue();
                assertThat(entry.user()).isEqualTo(LabUsers.FREE);
                assertThat(entry.summary()).isEqualTo("map add aibox-2");
                assertThat(entry.newFingerprint()).isEqualTo(Bytes.of(after).fingerprint());
                assertThat(entry.time()).isPresent();
                assertThat(entry.reported()).isTrue();
            });
            assertThat(transaction.before(applied.id()).bytes().text()).isEqualTo(before);
            assertThat(read(transaction).untold()).isEmpty();
        }

        assertThat(lab.nginx().workers()).isNotEmpty().doesNotContainAnyElementsOf(workers);
        assertThat(lab.nginx().link()).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(lab.nginx().site())))
                .isEqualTo("rw-r-----");
        assertThat(Files.getOwner(lab.nginx().site()).getName()).isEqualTo("www-data");
        assertNothingLeftBeside();
    }

    @Test
    void aChangeIsRolledBackAsAChangeOfItsOwn() throws IOException {
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ApplyOutcome.Applied applied = transaction.apply(plan(read(transaction), after));

            FormerFile former = transaction.before(applied.id());
            ChangePlan rollback =
                    ChangePlan.of(read(transaction).file(), former.bytes(), List.of(), "rollback " + applied.id());
            transaction.apply(rollback);

            assertOldFile();
            assertThat(transaction.history(2))
                    .extracting(JournalEntry::summary)
                    .containsExactly("map add aibox-2", "rollback " + applied.id());
        }
    }

    @Test
    void aLockThatSomebodyHoldsIsAConflict() throws Exception {
        List<Long> workers = lab.nginx().workers();
        Path state = lab.root().resolve("state");
        Process holder = new ProcessBuilder("flock", state.resolve("lock").toString(), "sleep", "60").start();
        try {
            LabFiles.write(state.resolve("lock.owner"), "bob since noon", "rw-r--r--");
            LabFiles.await(
                    "the lock",
                    Duration.ofSeconds(5),
                    () -> holder.children().findAny().isPresent());

            ConflictException failure = failure(ConflictException.class, after, NO_FAULT);

            assertThat(failure).hasMessageContaining("another change is being applied by bob since noon");
            assertNothingChanged(workers);
        } finally {
            holder.children().forEach(ProcessHandle::destroyForcibly);
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFileThatChangedAfterItWasReadIsAConflict() {
        List<Long> workers = lab.nginx().workers();
        String theirs = before + "# by hand\n";
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ChangePlan plan = plan(read(transaction), after);
            LabFiles.write(lab.nginx().site(), theirs, "rw-r--r--");

            assertThat(catchThrowableOfType(ConflictException.class, () -> transaction.apply(plan)))
                    .hasMessageContaining("was changed on the gateway after it was read; nothing was changed");
        }
        assertThat(lab.nginx().site()).hasContent(theirs);
        assertThat(lab.nginx().workers()).isEqualTo(workers);
        assertNothingLeftBeside();
    }

    @Test
    void aFileThatChangesJustBeforeTheRenameIsAConflict() {
        String theirs = before + "# by hand\n";
        Path text = LabFiles.write(lab.root().resolve("theirs"), theirs, "rw-r--r--");
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ChangePlan plan = plan(read(transaction), after);
            lab.tools().fault("unshare", "/bin/cat " + text + " >" + lab.nginx().site());

            assertThat(catchThrowableOfType(ConflictException.class, () -> transaction.apply(plan)))
                    .isNotNull();
        }
        assertThat(lab.nginx().site()).hasContent(theirs);
        assertNothingLeftBeside();
    }

    @Test
    void aPortThatAnotherProgramHoldsIsAConflictNamingIt() throws IOException {
        List<Long> workers = lab.nginx().workers();
        try (ServerSocket holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            ConflictException failure = failure(ConflictException.class, after, NO_FAULT);

            assertThat(failure)
                    .hasMessageContaining("port " + holder.getLocalPort() + " is held by java (pid "
                            + ProcessHandle.current().pid() + ")");
        }
        assertNothingChanged(workers);
    }

    @Test
    void aSyntaxErrorIsFoundWithoutTouchingTheFile() {
        List<Long> workers = lab.nginx().workers();
        RejectedException failure = failure(RejectedException.class, before + "server { listen ; }\n", NO_FAULT);

        assertThat(failure)
                .hasMessageContaining("[emerg] invalid number of arguments in \"listen\" directive in "
                        + lab.nginx().link() + ":5; nothing was changed");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertNothingChanged(workers);
    }

    @Test
    void aWarningOfTheNewFileIsAFailure() {
        List<Long> workers = lab.nginx().workers();
        RejectedException failure = failure(RejectedException.class, before + before, NO_FAULT);

        assertThat(failure)
                .hasMessageContaining("nginx warns about the new file")
                .hasMessageContaining("[warn] conflicting server name");
        assertNothingChanged(workers);
    }

    @Test
    void aWarningThatWasThereBeforeDoesNotStandInTheWay() throws IOException {
        String warned = before + before;
        lab.nginx().force(warned);
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            transaction.apply(plan(read(transaction), "# one line more\n" + warned + server(port, "new")));
        }
        assertThat(get(port)).isEqualTo("new");
    }

    @Test
    void whereNoNamespaceIsAllowedACopyOfTheConfigurationIsTested() throws IOException {
        String noNamespace = "echo 'unshare: unshare failed: Operation not permitted' >&2; exit 1";
        List<Long> workers = lab.nginx().workers();
        RejectedException failure = failure(
                RejectedException.class,
                before + "server { listen ; }\n",
                () -> lab.tools().fault("unshare", noNamespace));
        assertThat(failure).hasMessageContaining("invalid number of arguments in \"listen\" directive in");
        assertNothingChanged(workers);

        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            transaction.apply(plan(read(transaction), after));
        }
        assertThat(get(port)).isEqualTo("new");
        assertThat(lab.root().resolve("state")).isDirectoryNotContaining("glob:**test.*");
    }

    @Test
    void aConfigurationThatIsBrokenAlreadyIsSaidBeforeAnythingElse() {
        LabFiles.write(lab.nginx().site(), "server { listen ; }\n", "rw-r--r--");
        try (RemoteHost host = connect()) {
            assertThat(catchThrowableOfType(RejectedException.class, () -> read(transaction(host))))
                    .hasMessageContaining("nginx rejects its current configuration")
                    .hasMessageContaining("invalid number of arguments");
        }
    }

    @Test
    void aSiteThatNothingIncludesIsSaid() throws IOException {
        Path link = lab.nginx().link();
        Files.delete(link);
        try (RemoteHost host = connect()) {
            assertThat(catchThrowableOfType(
                            RejectedException.class,
                            () -> transaction(host).read(lab.nginx().site().toString())))
                    .hasMessageContaining("nginx does not load this file");
        } finally {
            Files.createSymbolicLink(link, lab.nginx().site());
        }
    }

    @Test
    void aFileThatIsNotThereIsAFaultOfTheConfiguration() {
        try (RemoteHost host = connect()) {
            assertThat(catchThrowableOfType(
                            ConfigurationException.class,
                            () -> transaction(host).read("/etc/nginx/it's not there")))
                    .hasMessageContaining("no such file");
        }
    }
}
