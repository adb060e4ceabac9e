package dev.monsh.gateway.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.SecretValue;
import dev.monsh.box.Server;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.PartialException;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.site.RoutedName;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class PublicPortsTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private PortProbe.Answer answer(String host, int port, PortProbe.Question question) {
        asked.add(question.request() + " " + host + ":" + port
                + question.hostName().map(name -> " as " + name).orElse(""));
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
        return new CheckedPort(
                port, Optional.of("100.64.0.7"), 9099, Optional.of(Server.PROMETHEUS), new RoutedName(List.of()));
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
        assertThat(asked).containsExactly("PROMETHEUS_READY 203.0.113.5:9090 as 203.0.113.5");
    }

    @Test
    void aChangeThatNginxHasTakenStaysThoughNothingAnswersBehindIt() {
        assertThatThrownBy(() -> ports().require(List.of(port(9090), port(9091), port(9092))))
                .isInstanceOfSatisfying(
                        PartialException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.PARTIAL))
                .hasMessageContaining("port 9091 answers 504: the target does not answer")
                .hasMessageContaining("port 9092 can't be reached from here: no answer in time")
                .hasMessageNotContaining("9090");
    }

    @Test
    void aPortIsAskedUnderANameThatNginxLeadsToIt() {
        CheckedPort named = new CheckedPort(
                9090, Optional.empty(), 0, Optional.of(Server.LOKI), new RoutedName(List.of("gw.example")));
        ports().require(List.of(named));
        assertThat(asked).containsExactly("READY 203.0.113.5:9090 as gw.example");
    }

    @Test
    void aQuestionCarriesItsNameAndLoginAndShowsNoPassword() {
        PortProbe.Question question = new PortProbe.Question(
                PortProbe.Request.READY, Optional.empty(), Optional.of(new SecretValue("u:p".toCharArray())), false);
        assertThat(question.text("fd7a::7", 3100))
                .isEqualTo("GET /ready HTTP/1.1\r\nHost: [fd7a::7]:3100\r\nConnection: close\r\n"
                        + "Authorization: Basic dTpw\r\n\r\n");
        assertThat(question.toString()).doesNotContain("u:p");
        assertThat(new PortProbe.Question(PortProbe.Request.READY, Optional.of("gw.example")).text("1.2.3.4", 80))
                .startsWith("GET /ready HTTP/1.1\r\nHost: gw.example:80\r\n");
    }
}
