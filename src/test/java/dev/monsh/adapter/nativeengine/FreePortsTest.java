package dev.monsh.adapter.nativeengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void everyPortIsFreeAndNoTwoAreTheSame() throws IOException {
        Map<Service, Integer> ports = new FreePorts().choose(List.of(Service.values()));
        assertThat(ports).hasSize(Service.values().length);
        assertThat(ports.values()).doesNotHaveDuplicates();
        List<ServerSocket> opened = new ArrayList<>();
        for (int port : ports.values()) {
            opened.add(new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")));
        }
        for (ServerSocket socket : opened) {
            socket.close();
        }
    }

    @Test
    void aUsualPortThatIsTakenOnAnyAddressIsLeftAlone() throws IOException {
        for (String address : List.of("127.0.0.1", "0.0.0.0")) {
            try (ServerSocket taken = occupy(address)) {
                assertThat(taken).isNotNull();
                assertThat(new FreePorts().choose(List.of(Service.PROMTAIL)).get(Service.PROMTAIL))
                        .isNotEqualTo(Service.PROMTAIL.usualPort());
            }
        }
    }

    /** Somebody else may have taken it already, which serves as well. */
    private static ServerSocket occupy(String address) throws IOException {
        try {
            return new ServerSocket(Service.PROMTAIL.usualPort(), 1, InetAddress.ofLiteral(address));
        } catch (IOException e) {
            return new ServerSocket(0);
        }
    }
}
