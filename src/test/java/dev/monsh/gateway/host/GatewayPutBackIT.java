package dev.monsh.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.transaction.ApplyOutcome;
import dev.monsh.gateway.transaction.GatewayCase;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** nginx does not take a file that it accepted in its test: the old one is put back. */
@LongRunning
class GatewayPutBackIT extends GatewayCase {

    @Test
    void aReloadThatIsRefusedIsRolledBack() {
        List<Long> workers = lab.nginx().workers();
        RejectedException failure = failure(
                RejectedException.class,
                after,
                () -> lab.tools()
                        .fault(
                                "nginx",
                                "case \"$*\" in *reload) echo 'nginx: [error] invalid PID number \"\"' >&2; exit 1;; esac"));

        assertThat(failure)
                .hasMessageContaining("rejected the new file and runs with the old one again")
                .hasMessageContaining("invalid PID number");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertNothingChanged(workers);
        try (RemoteHost host = connect()) {
            assertThat(transaction(host).history(1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.outcome()).containsInstanceOf(ApplyOutcome.RolledBack.class));
        }
    }

    @Test
    void aPortOfItsOwnOnAnotherAddressIsRolledBackSinceNginxKeepsItsOldWorkers() throws IOException {
        String wildcard = before.replace("listen 127.0.0.1:", "listen ");
        RejectedException failure = failure(RejectedException.class, wildcard, () -> {
            String text = LabFiles.read(lab.nginx().site());
            port = Integer.parseInt(text.replaceAll("(?s).*:(\\d+);.*", "$1"));
        });

        assertThat(failure).hasMessageContaining("bind() to 0.0.0.0:" + port + " failed");
        assertOldFile();
        assertThat(get(port)).isEqualTo("old");
    }

    @Test
    void aPortThatIsTakenAfterTheCheckIsRolledBack() throws Exception {
        Path reached = lab.root().resolve("reached");
        Path go = lab.root().resolve("go");
        Thread thief = Thread.ofPlatform().start(() -> {
            LabFiles.await("the rename", Duration.ofSeconds(30), () -> Files.exists(reached));
            try (ServerSocket holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                LabFiles.write(go, String.valueOf(holder.getLocalPort()), "rw-r--r--");
                LabFiles.await("the rollback", Duration.ofSeconds(40), () -> !Files.exists(go));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        RejectedException failure = failure(
                RejectedException.class,
                after,
                () -> lab.tools().fault("mv", ": >" + reached + "; until [ -e " + go + " ]; do /bin/sleep 0.02; done"));
        Files.delete(go);
        Files.delete(reached);
        thief.join();

        assertThat(failure).hasMessageContaining("bind() to 127.0.0.1:" + port + " failed");
        assertOldFile();
        assertThat(get(Integer.parseInt(before.replaceAll("(?s).*:(\\d+);.*", "$1"))))
                .isEqualTo("old");
    }

    @Test
    void workersThatAreNotReplacedAreReportedAndTheOldFileIsBack() {
        long master = lab.nginx().master().orElseThrow();
        RejectedException failure;
        try {
            failure = failure(
                    RejectedException.class,
                    after,
                    () -> lab.tools().fault("nginx", "case \"$*\" in *reload) kill -STOP " + master + ";; esac"));
        } finally {
            LabFiles.run(List.of("/bin/kill", "-CONT", String.valueOf(master)));
        }

        assertThat(failure)
                .hasMessageContaining("the workers were not replaced in time; the old file is back,"
                        + " but nginx has not confirmed it");
        assertOldFile();
    }
}
