package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.gateway.host.PortProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPortProbeTest {

    private static PortProbe.Answer ask(String answer) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[512]);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // the probe hung up first
                }
            });
            PortProbe.Answer seen =
                    new HttpPortProbe().ask("127.0.0.1", server.getLocalPort(), PortProbe.Request.READY);
            thread.join();
            return seen;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, false",
        "401, false",
        "400, false",
        "404, false",
        "500, false",
        "502, true",
        "503, true",
        "504, true"
    })
    void aStatusTellsWhetherThereIsAnythingBehind(int status, boolean nothingBehind) throws Exception {
        assertThat(ask("HTTP/1.1 " + status + " Whatever\r\n\r\n"))
                .isEqualTo(
                        nothingBehind
                                ? new PortProbe.Answer.NothingBehind(status)
                                : new PortProbe.Answer.Answered(status));
    }

    @Test
    void whatIsNoAnswerIsSaidToBeNone() throws Exception {
        assertThat(ask("")).isEqualTo(new PortProbe.Answer.Silent("it closes the connection without an answer"));
        assertThat(ask("SSH-2.0-OpenSSH_9.2\r\n")).isEqualTo(new PortProbe.Answer.Silent("it does not speak HTTP"));
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        assertThat(new HttpPortProbe().ask("127.0.0.1", closed, PortProbe.Request.READY))
                .isInstanceOf(PortProbe.Answer.Silent.class);
    }
}
