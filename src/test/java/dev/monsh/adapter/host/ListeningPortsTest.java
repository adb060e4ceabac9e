package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningPortsTest {

    private final ListeningPorts ports = new ListeningPorts(Path.of("/proc"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void theListenerIsNamed(String address) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            port = socket.getLocalPort();
            assertThat(ports.owner(port))
                    .hasValue("java (pid " + ProcessHandle.current().pid() + ")");
        }
        assertThat(ports.owner(port)).isEmpty();
    }
}
