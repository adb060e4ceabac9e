package dev.monsh.adapter.nativeengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.nativeengine.process.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessProbeTest {

    private final ReadinessProbe probe = new ReadinessProbe(Duration.ofMillis(300));

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.0 200 OK, true",
        "HTTP/1.1 200 OK, true",
        "HTTP/1.1 200, true",
        "HTTP/1.1 2000, false",
        "HTTP/1.1 503 Service Unavailable, false",
        "HTTP/1.1 404 200, false",
        "SSH-2.0-OpenSSH_9.2, false"
    })
    void onlyStatus200IsReady(String status, boolean ready) throws IOException {
        try (ServerSocket server = server()) {
            Thread.ofVirtual().start(() -> answer(server, status));
            assertThat(probe.ready(Loopback.url(server.getLocalPort(), "/ready")))
                    .isEqualTo(ready);
        }
    }

    @Test
    void aServerThatSaysNothingIsNotReadyAndDoesNotHoldUp() throws IOException {
        try (ServerSocket server = server()) {
            assertThat(probe.ready(Loopback.url(server.getLocalPort(), "/ready")))
                    .isFalse();
        }
    }

    @Test
    void nobodyIsNotReady() throws IOException {
        int port;
        try (ServerSocket server = server()) {
            port = server.getLocalPort();
        }
        assertThat(probe.ready(Loopback.url(port, "/"))).isFalse();
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static void answer(ServerSocket server, String status) {
        try (Socket socket = server.accept()) {
            String request = new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
            if (request.equals("GET ")) {
                socket.getOutputStream().write((status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            Thread.sleep(50);
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
