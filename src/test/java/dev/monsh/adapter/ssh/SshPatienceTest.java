package dev.monsh.adapter.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.ssh.config.HopReader;
import dev.monsh.adapter.ssh.config.JumpName;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.host.SecretPrompt;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers and programs that never come to an end: each is given up after the limit. */
@Timeout(20)
class SshPatienceTest {

    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final Duration MOST = LIMIT.plusSeconds(1);

    @TempDir
    private Path home;

    /** What a server does with a connection until it is closed. */
    private interface Serving {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private void assertGivesUp(Serving serving) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    serving.with(socket);
                } catch (IOException | InterruptedException e) {
                    // the client has gone
                }
            });
            assertEnds(server.getLocalPort(), surroundings(Optional.empty()), UnreachableException.class);
        }
    }

    private SshSurroundings surroundings(Optional<Path> client) {
        return new SshSurroundings(Map.of(), home, "nobody", client, Optional.empty(), LIMIT);
    }

    private static void assertEnds(int port, SshSurroundings surroundings, Class<? extends MonshException> failure) {
        GatewaySettings settings = new GatewaySettings(
                "127.0.0.1", Optional.of(port), Optional.of("nobody"), Optional.empty(), "/x", Optional.empty());
        long start = System.nanoTime();
        assertThatThrownBy(() -> new SshConnector(surroundings, SecretPrompt.NOBODY).connect(settings))
                .isInstanceOf(failure);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST.plusSeconds(2));
    }

    @Test
    void a_server_that_says_nothing() throws IOException {
        assertGivesUp(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    @Test
    void a_banner_without_end() throws IOException {
        assertGivesUp(socket -> {
            while (true) {
                socket.getOutputStream().write("please wait\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(5);
            }
        });
    }

    @Test
    void a_server_that_stops_after_its_name() throws IOException {
        assertGivesUp(socket -> {
            socket.getOutputStream().write("SSH-2.0-slow\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    @Test
    void an_ssh_on_PATH_that_hangs() throws IOException {
        Path ssh = Files.writeString(home.resolve("ssh"), "#!/bin/sh\necho $$ > " + home + "/pid\nsleep 30\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        SshSurroundings found = SshSurroundings.of(Map.of("PATH", home + ":/usr/bin:/bin"), home)
                .within(LIMIT);

        assertEnds(1, found, TimedOutException.class);
        long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void variables_in_paths_are_those_of_the_environment() throws IOException {
        Path ssh = Files.writeString(
                home.resolve("ssh"), "#!/bin/sh\nprintf 'hostname 127.0.0.1\\nidentityfile ${NOT_SET}/id\\n'\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> new HopReader(surroundings(Optional.of(ssh)))
                        .read(new JumpName(Optional.empty(), "gw", Optional.empty())))
                .hasMessageContaining("environment variable NOT_SET is not set");
        SshSurroundings with = new SshSurroundings(
                Map.of("NOT_SET", "/keys"), home, "nobody", Optional.of(ssh), Optional.empty(), Duration.ofSeconds(10));
        assertThat(new HopReader(with)
                        .read(new JumpName(Optional.empty(), "gw", Optional.empty()))
                        .identityFiles())
                .containsExactly(Path.of("/keys/id"));
    }
}
