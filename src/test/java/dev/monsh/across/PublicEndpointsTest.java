package dev.monsh.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.box.Box;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Server;
import dev.monsh.edit.AtomicFile;
import dev.monsh.gateway.map.LocalGateway;
import dev.monsh.gateway.site.PortMapping;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicEndpointsTest {

    @TempDir
    private Path folder;

    private static final Optional<GatewaySettings> GATEWAY = Optional.of(new GatewaySettings(
            "10.0.0.1", Optional.empty(), Optional.empty(), Optional.empty(), "/site", Optional.of("gw.example")));

    private static Box box(String prometheus, String loki) {
        return new Box(
                "odk04",
                Optional.empty(),
                Map.of(Server.PROMETHEUS, Endpoint.of(prometheus), Server.LOKI, Endpoint.of(loki)),
                Optional.of("100.64.0.7"));
    }

    private List<PortMapping> mappings(Box box) {
        try {
            Path site = Files.writeString(folder.resolve("site"), """
                    server { listen 9190; location / { proxy_pass http://100.64.0.7:9090; } }
                    server { listen 3190; location / { proxy_pass http://100.64.0.7:3100; } }
                    server { listen 9191; location / { proxy_pass http://100.64.0.8:9090; } }
                    """);
            return new LocalGateway(
                            site, List.of(box), Optional.of("gw.example"), new AtomicFile(InstantSource.system()))
                    .read()
                    .mappings();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<PortMapping> notAsked() {
        throw new AssertionError("the configuration tells everything");
    }

    @Test
    void whatTheConfigurationSaysIsTakenAndTheGatewayNotAsked() {
        Box box = box("https://gw.example:9091", "https://gw.example:3101");
        assertThat(new PublicEndpoints(GATEWAY, PublicEndpointsTest::notAsked).of(box))
                .isEqualTo(box.endpoints());
    }

    @Test
    void aBoxOfThisMachineIsReachedByThePortsThatLeadToIt() {
        Box box = box("http://localhost:9090", "http://127.0.0.1:3100");
        Map<Server, Endpoint> found = new PublicEndpoints(GATEWAY, () -> mappings(box)).of(box);
        assertThat(found.get(Server.PROMETHEUS).url()).isEqualTo(URI.create("http://gw.example:9190"));
        assertThat(found.get(Server.LOKI).url()).isEqualTo(URI.create("http://gw.example:3190"));
    }

    @Test
    void withoutAGatewayALocalBoxHasNoPublicAddress() {
        Box box = box("http://localhost:9090", "http://localhost:3100");
        assertThat(new PublicEndpoints(Optional.empty(), PublicEndpointsTest::notAsked).of(box))
                .isEmpty();
    }
}
