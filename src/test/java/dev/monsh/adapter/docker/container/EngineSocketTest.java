package dev.monsh.adapter.docker.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    /** Answers one connection. */
    private void serve(String answer) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
        Thread.ofPlatform().daemon().start(() -> {
            try (server;
                    SocketChannel channel = server.accept()) {
                channel.read(ByteBuffer.allocate(1 << 16));
                channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                if (answer.isEmpty()) {
                    channel.read(ByteBuffer.allocate(1));
                }
            } catch (IOException e) {
                // the test's end closes it
                Thread.currentThread().interrupt();
            }
        });
    }

    private EngineSocket socket(Duration timeout) {
        return new EngineSocket(folder.resolve("s"), timeout);
    }

    @Test
    void anAnswerIsReadToItsEnd() throws IOException {
        serve("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":[1,2]}\n");
        EngineSocket.Answer answer = socket(PATIENCE).get("/x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("a").texts()).containsExactly("1", "2");
    }

    @Test
    void whatIsNotThereIsAnAnswerAndAFaultIsNone() throws IOException {
        serve("HTTP/1.0 404 Not Found\r\n\r\n{}");
        assertThat(socket(PATIENCE).get("/x").status()).isEqualTo(404);
        Files.delete(folder.resolve("s"));
        serve("HTTP/1.0 500 Internal Server Error\r\n\r\n{\"message\":\"no\"}");
        assertThatThrownBy(() -> socket(PATIENCE).get("/x"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("500");
    }

    @Test
    void anEngineThatSaysNothingIsTimedOut() throws IOException {
        serve("");
        assertThatThrownBy(() -> socket(Duration.ofMillis(200)).get("/x")).isInstanceOf(TimedOutException.class);
    }

    @Test
    void somethingElseOnTheSocketIsNoEngine() throws IOException {
        serve("220 mail ready\r\n");
        assertThatThrownBy(() -> socket(PATIENCE).get("/x"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("what answers there isn't a Docker engine");
    }

    @Test
    void noSocketIsNoEngine() {
        assertThatThrownBy(() -> socket(PATIENCE).get("/x"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no Docker engine answers there");
    }

    @Test
    void theSocketIsOnlyTakenWhereTheDockerProgramWouldTakeIt() throws IOException {
        assertThat(EngineSocket.of(Map.of("DOCKER_HOST", "unix:///run/x.sock"), PATIENCE))
                .hasValueSatisfying(socket -> assertThat(socket.path()).isEqualTo(Path.of("/run/x.sock")));
        assertThat(EngineSocket.of(Map.of("DOCKER_HOST", "ssh://aibox"), PATIENCE))
                .isEmpty();
        assertThat(EngineSocket.of(Map.of("DOCKER_CONTEXT", "other"), PATIENCE)).isEmpty();
        Files.writeString(folder.resolve("config.json"), "{\"currentContext\": \"other\"}");
        assertThat(EngineSocket.of(Map.of("DOCKER_CONFIG", folder.toString()), PATIENCE))
                .isEmpty();
    }
}
