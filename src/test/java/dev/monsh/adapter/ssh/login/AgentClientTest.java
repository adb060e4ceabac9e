package dev.monsh.adapter.ssh.login;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.edit.Bytes;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent that accepts connections and never answers. */
@Timeout(20)
class AgentClientTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    @Test
    void an_agent_that_hangs_is_waited_for_once_and_not_for_each_key() throws IOException {
        Path socket = folder.resolve("agent");
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            AgentClient client = new AgentClient(socket, LIMIT);
            AgentIdentity key = new AgentIdentity(Bytes.of("key"), "a key");
            assertThatThrownBy(client::identities).isInstanceOf(SocketTimeoutException.class);

            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> client.sign(key, new byte[1], 0))
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("no end within 0 ms");
            }
        }
    }
}
