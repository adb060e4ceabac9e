package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.adapter.ssh.SshConnector;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.testing.gateway.FileWatcher;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the tests of changes on a real gateway share: an old file with one server, and a new one with two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GatewayCase {

    public GatewayLab lab;
    public int port;
    public String before;
    public String after;

    @BeforeAll
    public void startLab() {
        lab = GatewayLab.start();
    }

    @AfterAll
    public void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    public void freshSite() {
        lab.tools().clear();
        lab.inside("rm -f " + lab.root().resolve("small") + "/*");
        int first = lab.ports().free();
        port = lab.ports().free();
        before = server(first, "old");
        after = before + server(port, "new");
        lab.nginx().force(before);
    }

    public static String server(int port, String answer) {
        return "server {\n    listen 127.0.0.1:" + port + ";\n    return 200 \"" + answer + "\";\n}\n";
    }

    public RemoteHost connect() {
        return connect(LabUsers.FREE, SecretPrompt.NOBODY);
    }

    public RemoteHost connect(String user, SecretPrompt prompt) {
        return new SshConnector(lab.surroundings(), prompt).connect(lab.settings(user));
    }

    public GatewayTransaction transaction(RemoteHost host) {
        return new GatewayTransaction(host, lab.instance());
    }

    public GatewayReading read(GatewayTransaction transaction) {
        return transaction.read(lab.nginx().link().toString());
    }

    public ChangePlan plan(GatewayReading reading, String text) {
        return ChangePlan.of(reading.file(), Bytes.of(text), List.of(PortClaim.of(port)), "map add aibox-2");
    }

    /**
     * Reads the file, lays a fault, applies a change, and returns its failure. All along, the file has been the old one or
     * the new one, whole.
     */
    public <T extends MonshException> T failure(Class<T> kind, String text, Runnable fault) {
        try (FileWatcher watcher = new FileWatcher(lab.nginx().site());
                RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            ChangePlan plan = plan(read(transaction), text);
            fault.run();
            T failure = catchThrowableOfType(kind, () -> transaction.apply(plan));
            assertThat(failure).as("the failure").isNotNull();
            assertThat(watcher.stop()).isSubsetOf(before, text);
            return failure;
        }
    }

    public void assertNothingChanged(List<Long> workers) {
        assertThat(lab.nginx().workers()).isEqualTo(workers);
        assertOldFile();
    }

    public void assertOldFile() {
        assertThat(lab.nginx().site()).hasContent(before);
        assertThat(lab.nginx().link()).isSymbolicLink();
        assertNothingLeftBeside();
    }

    public void assertNothingLeftBeside() {
        assertThat(lab.nginx().site().getParent()).isDirectoryNotContaining("glob:**.monsh-*");
    }

    /** Waits for a script that nobody listens to any more. */
    public void awaitLockFree() {
        Path lock = lab.root().resolve("state/lock");
        LabFiles.await("the end of the script", Duration.ofSeconds(30), () -> {
            try {
                return new ProcessBuilder("flock", "-n", lock.toString(), "true")
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
    }

    public static String get(int port) throws IOException {
        try (var in = URI.create("http://127.0.0.1:" + port + "/").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
