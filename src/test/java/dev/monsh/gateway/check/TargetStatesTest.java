package dev.monsh.gateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TargetStatesTest {

    private static final String SITE = """
            server { listen 1; location / { proxy_pass http://100.64.0.1:9090; } }
            server { listen 2; location / { proxy_pass http://100.64.0.1:9090; } }
            server { listen 3; location / { proxy_pass http://100.64.0.2:3100; } }
            server { listen 4; location / { proxy_pass http://$host; } }
            server { listen 5; location / { proxy_pass http://100.64.0.3:9090; } }
            server { listen 6; location / { proxy_pass http://100.64.0.4:9090; } }
            """;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private static List<PortMapping> mappings() {
        NginxFile file = NginxFile.parse("site", SITE.getBytes(StandardCharsets.UTF_8));
        return new GatewaySite(file, List.of(), List.of(), Optional.empty()).mappings();
    }

    private PortProbe.Answer answer(String host, int port, PortProbe.Question question) {
        asked.add(question.request() + " " + host + ":" + port);
        return switch (host) {
            case "100.64.0.1" -> new PortProbe.Answer.Answered(200);
            case "100.64.0.2" -> new PortProbe.Answer.NothingBehind(503);
            case "100.64.0.3" -> new PortProbe.Answer.Unasked("forwarding is not allowed");
            default -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                yield new PortProbe.Answer.Silent("never said");
            }
        };
    }

    @Test
    void each_target_is_asked_once_and_nobody_waits_longer_than_the_limit() {
        long start = System.nanoTime();
        List<MappingState> states = new TargetStates(this::answer).of(mappings(), Duration.ofMillis(300));

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(states)
                .extracting(MappingState::answers)
                .containsExactly(
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false));
        assertThat(states)
                .extracting(MappingState::words)
                .containsExactly(
                        "answers 200",
                        "answers 200",
                        "answers 503: the target is not ready",
                        "",
                        "forwarding is not allowed",
                        "no answer within 300 ms");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "PROMETHEUS_READY 100.64.0.1:9090",
                        "READY 100.64.0.2:3100",
                        "PROMETHEUS_READY 100.64.0.3:9090",
                        "PROMETHEUS_READY 100.64.0.4:9090");
    }
}
