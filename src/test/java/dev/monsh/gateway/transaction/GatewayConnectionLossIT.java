package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.FileWatcher;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection, or the script itself, is ended at every step of a change; the next run says what came of it. */
@LongRunning
class GatewayConnectionLossIT extends GatewayCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flock",
                "mkdir",
                "sha256sum",
                "awk",
                "cp",
                "cat",
                "unshare",
                "base64",
                "ln",
                "mv",
                "sync",
                "tail",
                "nginx",
                "stat",
                "rm"
            })
    void aChangeWhoseConnectionBreaksIsBroughtToItsEndAndTheNextRunSaysSo(String step) throws IOException {
        try (FileWatcher watcher = new FileWatcher(lab.nginx().site())) {
            try (RemoteHost host = connect()) {
                GatewayTransaction transaction = transaction(host);
                ChangePlan plan = plan(read(transaction), after);
                // only in the script under sudo: before that, nothing has begun
                lab.tools().fault(step, "[ -z \"${SUDO_USER-}\" ] || " + lab.cutOnce());
                UnreachableException failure =
                        catchThrowableOfType(UnreachableException.class, () -> transaction.apply(plan));
                assertThat(failure).hasMessageContaining("the gateway finishes any change already started");
                assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
                assertThat(failure.next()).isEqualTo(new GatewayNextStep.SeeHistory());
            }
            LabFiles.await("the change", Duration.ofSeconds(20), () -> GatewayLab.answers(port));
            awaitLockFree();
            assertThat(watcher.stop()).isSubsetOf(before, after);
        }
        lab.tools().clear();

        assertThat(get(port)).isEqualTo("new");
        assertThat(lab.nginx().site()).hasContent(after);
        assertThat(lab.nginx().link()).isSymbolicLink();
        assertNothingLeftBeside();
        try (RemoteHost host = connect()) {
            assertThat(read(transaction(host)).untold()).singleElement().satisfies(entry -> {
                assertThat(entry.applied()).isTrue();
                assertThat(entry.summary()).isEqualTo("map add aibox-2");
            });
            assertThat(read(transaction(host)).untold()).as("told once").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "script"})
    void aConnectionThatBreaksBeforeTheScriptRunsChangesNothing(String when) {
        List<Long> workers = lab.nginx().workers();
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            if (when.equals("upload")) {
                ChangePlan plan = plan(read(transaction), after);
                lab.tools().fault("cat", lab.cutOnce());
                assertThat(catchThrowableOfType(UnreachableException.class, () -> transaction.apply(plan)))
                        .isNotNull();
            } else {
                lab.tools().fault("cat", lab.cutOnce());
                assertThat(catchThrowableOfType(UnreachableException.class, () -> read(transaction)))
                        .isNotNull();
            }
        }
        lab.tools().clear();
        assertNothingChanged(workers);
    }

    @ParameterizedTest
    @CsvSource({
        "cp, false",
        "unshare, false",
        "ln, false",
        "mv, false",
        "nginx, false",
        "tail, true",
        "rm, true",
    })
    void aScriptThatIsKilledIsCompletedOrTakenBackByTheNextRun(String step, boolean moved) throws IOException {
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ChangePlan plan = plan(read(transaction), after);
            String when = moved ? "! grep -q '\"new\"' " + lab.nginx().site() + " || " : "";
            lab.tools().fault(step, when + lab.killOnce());
            UnreachableException failure =
                    catchThrowableOfType(UnreachableException.class, () -> transaction.apply(plan));
            assertThat(failure).hasMessageContaining("without a result");
        }
        lab.tools().clear();
        awaitLockFree();
        assertThat(lab.nginx().site()).hasContent(moved ? after : before);

        try (RemoteHost host = connect()) {
            assertThat(read(transaction(host)).untold())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.outcome())
                            .containsInstanceOf(moved ? ApplyOutcome.Applied.class : ApplyOutcome.Unchanged.class));
        }
        if (moved) {
            assertThat(get(port)).isEqualTo("new");
        }
        assertNothingLeftBeside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reload", "mv"})
    void aKilledChangeThatNginxCannotTakeIsPutBackByTheNextRun(String step) {
        String kill = step.equals("mv")
                ? "case \"$*\" in *.old*) ;; *) /bin/mv \"$@\"; " + lab.killOnce() + ";; esac"
                : "case \"$*\" in *reload) " + lab.killOnce() + ";; esac";
        String broken = after;
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ChangePlan plan = plan(read(transaction), broken);
            lab.tools().fault(step.equals("mv") ? "mv" : "nginx", kill);
            assertThat(catchThrowableOfType(MonshException.class, () -> transaction.apply(plan)))
                    .isNotNull();
            awaitLockFree();
            assertThat(lab.nginx().site()).hasContent(broken);
            lab.tools().fault("nginx", "case \"$*\" in *reload) echo refused >&2; exit 1;; esac");
        }

        try (RemoteHost host = connect()) {
            assertThat(read(transaction(host)).untold())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.outcome()).containsInstanceOf(ApplyOutcome.RolledBack.class));
        }
        assertOldFile();
    }
}
