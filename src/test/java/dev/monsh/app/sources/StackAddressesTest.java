package dev.monsh.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.Box;
import dev.monsh.box.Endpoint;
import dev.monsh.box.LocalBox;
import dev.monsh.box.Server;
import dev.monsh.failure.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackAddressesTest {

    @TempDir
    Path folder;

    private Box completed(String compose, Set<Server> assumed) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), compose);
        Box box = new Box("a", Optional.of(folder), LocalBox.endpoints(), Optional.empty(), assumed);
        return new StackAddresses(Map.of(), folder).complete(box);
    }

    private Box completed(String compose) throws IOException {
        return completed(compose, EnumSet.allOf(Server.class));
    }

    @Test
    void aServerAnswersOnThePortThatTheComposeFilePublishes() throws IOException {
        Box box = completed("""
                services:
                  prometheus: {image: prom/prometheus, ports: ["39090:9090"]}
                  logs: {image: grafana/loki, ports: ["127.0.0.1:33100:3100"]}
                  process-exporter: {image: ncabatoff/process-exporter, network_mode: host}
                  promtail: {image: grafana/promtail, ports: ["100.64.0.7:9081:9080"]}
                """);
        assertThat(box.prometheus()).isEqualTo(Endpoint.of("http://localhost:39090"));
        assertThat(box.loki()).isEqualTo(Endpoint.of("http://localhost:33100"));
        assertThat(box.processExporter()).isEqualTo(Endpoint.of("http://localhost:9256"));
        assertThat(box.promtail()).isEqualTo(Endpoint.of("http://100.64.0.7:9081"));
        assertThat(box.assumed()).isEmpty();
    }

    @Test
    void aServerThatIsNotPublishedIsSaidToHaveNoAddress() throws IOException {
        Box box = completed("""
                services:
                  prometheus: {image: prom/prometheus, ports: ["39090:9090"]}
                  promtail: {image: grafana/promtail}
                """);
        assertThat(box.endpoints().keySet()).containsExactly(Server.PROMETHEUS);
        assertThatThrownBy(box::loki)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("box a: the Compose file in " + folder
                        + " publishes no port of Loki, and no address is configured: add 'loki: {url: …}' under it");
    }

    @Test
    void aConfiguredAddressWins() throws IOException {
        Box box = completed(
                "services: {prometheus: {image: prom/prometheus, ports: ['39090:9090']}}", Set.of(Server.LOKI));
        assertThat(box.prometheus()).isEqualTo(Endpoint.of("http://localhost:9090"));
        assertThat(box.endpoint(Server.LOKI)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"services: {web: {image: nginx, ports: ['80:80']}}", "services: [", "services: {a: '${X:?no}'}"})
    void aFileThatSaysNothingOfTheServersChangesNothing(String compose) throws IOException {
        assertThat(completed(compose).endpoints()).isEqualTo(LocalBox.endpoints());
    }

    @Test
    void withoutAComposeFileThePortsAreTheUsualOnes() {
        Box box = LocalBox.find(folder, folder);
        assertThat(new StackAddresses(Map.of(), folder).complete(box)).isEqualTo(box);
    }
}
