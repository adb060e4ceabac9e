package dev.monsh.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.Server;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.PartialException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class PublicPortsTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private PortProbe.Answer answer(String host, int port, PortProbe.Request request) {
        asked.add(request + " " + host + ":" + port);
        return switch (port) {
            case 8080 -> new PortProbe.Answer.Answered(401);
            case 9090 -> new PortProbe.Answer.Answered(200);
            case 9091 -> new PortProbe.Answer.NothingBehind(504);
            default -> new PortProbe.Answer.Silent("no answer in time");
        };
    }

    private PublicPorts ports() {
        return new PublicPorts(this::answer, "203.0.113.5", this::answer);
    }

    private static CheckedPort port(int port) {
        return new CheckedPort(port, Optional.of("100.64.0.7"), 9099, Optional.of(Server.PROMETHEUS));
    }

    @Test
    void aPortThatAsksForAPasswordSaysNothingOfItsTargetSoThatTheGatewayIsAsked() {
        assertThatThrownBy(() -> ports().require(List.of(port(8080))))
                .hasMessageContaining(
                        "port 8080 leads to 100.64.0.7:9099, which does not answer the gateway: no answer");
    }

    @Test
    void portsThatAnswerAreEnough() {
        ports().require(List.of(port(9090)));
        assertThat(asked).containsExactly("PROMETHEUS_READY 203.0.113.5:9090");
    }

    @Test
    void aChangeThatNginxHasTakenStaysThoughNothingAnswersBehindIt() {
        assertThatThrownBy(() -> ports().require(List.of(port(9090), port(9091), port(9092))))
                .isInstanceOfSatisfying(
                        PartialException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.PARTIAL))
                .hasMessageContaining("port 9091 answers 504: what it leads to does not answer")
                .hasMessageContaining("port 9092 can't be reached from here: no answer in time")
                .hasMessageNotContaining("9090");
    }
}
