package dev.monsh.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.PartialException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicPortsTest {

    private final List<String> asked = new ArrayList<>();

    private PortProbe.Answer answer(String host, int port, PortProbe.Request request) {
        asked.add(request + " " + host + ":" + port);
        return switch (port) {
            case 9090 -> new PortProbe.Answer.Answered(200);
            case 9091 -> new PortProbe.Answer.NothingBehind(504);
            default -> new PortProbe.Answer.Silent("no answer in time");
        };
    }

    @Test
    void portsThatAnswerAreEnough() {
        new PublicPorts(this::answer, "203.0.113.5").require(List.of(9090));
        assertThat(asked).containsExactly("READY 203.0.113.5:9090");
    }

    @Test
    void aChangeThatNginxHasTakenStaysThoughNothingAnswersBehindIt() {
        assertThatThrownBy(() -> new PublicPorts(this::answer, "203.0.113.5").require(List.of(9090, 9091, 9092)))
                .isInstanceOfSatisfying(
                        PartialException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.PARTIAL))
                .hasMessageContaining("port 9091 answers 504: what it leads to does not answer")
                .hasMessageContaining("port 9092 can't be reached from here: no answer in time")
                .hasMessageNotContaining("9090");
    }
}
