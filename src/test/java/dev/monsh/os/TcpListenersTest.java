package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpListenersTest {

    private final TcpListeners ports = new TcpListeners(Path.of("/proc"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void theListenerIsNamed(String address) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            port = socket.getLocalPort();
            long pid = ProcessHandle.current().pid();
            assertThat(ports.find(port)).hasValue(new TcpListener(Optional.of(pid), "java"));
            assertThat(ports.find(port).orElseThrow().words()).isEqualTo("java (pid " + pid + ")");
            assertThat(ports.listens(pid, port)).isTrue();
            assertThat(ports.listens(1, port)).isFalse();
        }
        assertThat(ports.find(port)).isEmpty();
        assertThat(ports.listens(ProcessHandle.current().pid(), port)).isFalse();
    }
}
