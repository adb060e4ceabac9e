package dev.monsh.adapter.docker.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineHostTest {

    private static final URI READY = URI.create("http://127.0.0.1:9090/-/ready");

    @ParameterizedTest
    @CsvSource({
        "unix:///run/user/1000/docker.sock, http://127.0.0.1:9090/-/ready",
        "ssh://box@198.51.100.7, http://198.51.100.7:9090/-/ready",
        "ssh://aibox, http://aibox:9090/-/ready",
        "tcp://198.51.100.7:2376, http://198.51.100.7:9090/-/ready",
    })
    void publishedPortsAreWhereTheEngineIs(String dockerHost, URI expected) {
        assertThat(EngineHost.of(Map.of("DOCKER_HOST", dockerHost)).reach(READY))
                .isEqualTo(expected);
    }

    @Test
    void withoutADockerHostItIsThisMachine() {
        EngineHost host = EngineHost.of(Map.of());
        assertThat(host.isThisMachine()).isTrue();
        assertThat(host.reach(READY)).isEqualTo(READY);
    }

    @Test
    void aPortOfAnotherAddressIsAskedThere() {
        URI tailnet = URI.create("http://100.64.0.7:9090/-/ready");
        assertThat(EngineHost.of(Map.of("DOCKER_HOST", "ssh://aibox")).reach(tailnet))
                .isEqualTo(tailnet);
    }
}
