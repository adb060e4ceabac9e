package dev.monsh.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import dev.monsh.mount.Mount;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackServiceTest {

    private static StackService service(Service kind, List<String> command, List<PublishedPort> ports) {
        return new StackService(
                kind.label(),
                Optional.of(kind),
                "image",
                command,
                ports,
                List.of(
                        new Mount(true, "/s", "/etc", false),
                        new Mount(true, "/s/own", "/etc/own", false),
                        new Mount(false, "data", "/data", false)),
                Map.of(),
                false);
    }

    @Test
    void optionsAreFoundInEveryWayOfWriting() {
        for (List<String> command : List.of(
                List.of("--config.file=/etc/a.yml"),
                List.of("-config.file=/etc/a.yml"),
                List.of("-v", "--config.file", "/etc/a.yml"))) {
            assertThat(service(Service.LOKI, command, List.of()).configurationInside())
                    .hasValue("/etc/a.yml");
        }
        assertThat(service(Service.LOKI, List.of("--config.files=/x"), List.of())
                        .configurationInside())
                .isEmpty();
    }

    @Test
    void theConfigurationIsWhereTheNearestMountLeads() {
        assertThat(service(Service.LOKI, List.of("-config.file=/etc/own/a.yml"), List.of())
                        .configuration())
                .hasValue(Path.of("/s/own/a.yml"));
        assertThat(service(Service.LOKI, List.of("-config.file=/etc/a.yml"), List.of())
                        .configuration())
                .hasValue(Path.of("/s/a.yml"));
        assertThat(service(Service.LOKI, List.of("-config.file=/data/a.yml"), List.of())
                        .configuration())
                .isEmpty();
    }

    @Test
    void readinessIsAskedThroughThePublishedPort() {
        PublishedPort grpc = new PublishedPort("0.0.0.0", 9095, 9095);
        PublishedPort http = new PublishedPort("0.0.0.0", 13100, 3100);
        assertThat(service(Service.LOKI, List.of(), List.of(grpc, http)).readiness())
                .hasValue(URI.create("http://127.0.0.1:13100/ready"));
        assertThat(service(Service.LOKI, List.of(), List.of(new PublishedPort("100.64.0.7", 3100, 3100)))
                        .readiness())
                .hasValue(URI.create("http://100.64.0.7:3100/ready"));
        assertThat(service(Service.LOKI, List.of(), List.of()).readiness()).isEmpty();
    }

    @Test
    void namesAreFoundInEitherSpellingAndOthersRefused() {
        StackService exporter = StackService.plain(Service.PROCESS_EXPORTER, Path.of("/c"), 1);
        Stack stack = new Stack(Path.of("/s"), Optional.empty(), List.of(exporter));
        assertThat(stack.select(List.of("process_exporter"))).containsExactly(exporter);
        assertThat(stack.select(List.of())).containsExactly(exporter);
        assertThatThrownBy(() -> stack.select(List.of("process-exporer")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean process-exporter?");
    }
}
