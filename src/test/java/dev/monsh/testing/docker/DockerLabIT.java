package dev.monsh.testing.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.LongRunning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab itself: the manual's stack comes up in it, faults can be made, and nothing of it stays. */
@LongRunning
@WithDockerLab
class DockerLabIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void theManualsStackComesUpAndGoesThreeTimes(DockerLab lab) {
        LabStack stack = LabStack.write(lab, folder);
        for (int time = 0; time < 3; time++) {
            stack.up(PATIENCE);
            assertThat(containers(lab)).containsExactlyInAnyOrder("prometheus", "loki", "promtail", "process_exporter");

            Ended down = stack.compose("down", "--volumes");

            assertThat(down.code()).as("%s", down).isZero();
            assertThat(containers(lab)).isEmpty();
            assertThat(lab.docker("volume", "ls", "-q").lines()).isEmpty();
        }
    }

    @Test
    void servicesReachEachOtherByName(DockerLab lab) throws IOException {
        Path configuration = folder.resolve("prometheus/prometheus.yml");
        try (LabStack stack = LabStack.write(lab, folder)) {
            Files.writeString(configuration, Files.readString(configuration).replace("15s", "1s"));
            stack.up(PATIENCE);

            Ended targets = await(
                    () -> lab.docker(
                            "exec", "prometheus", "promtool", "query", "instant", "http://localhost:9090", "up == 1"),
                    "process_exporter:9256");

            assertThat(targets.out()).contains("=> 1 @[");
        }
    }

    @Test
    void aStackThatIsNotReadyYetSaysSo(DockerLab lab) throws IOException {
        try (LabStack stack = LabStack.write(lab, folder)) {
            Files.writeString(
                    folder.resolve("loki/loki.yml"),
                    "# ready-after: 3600s\n" + Files.readString(folder.resolve("loki/loki.yml")));
            assertThat(stack.compose("up", "-d", "loki").code()).isZero();

            Ended inside = await(() -> lab.docker("logs", "loki"), "Starting Loki");

            assertThat(inside.code()).isZero();
            assertThat(stack.ready("loki")).isFalse();
        }
    }

    @Test
    void lokiAndPromtailRefuseAConfigurationThatIsNoYaml(DockerLab lab) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yml"), "server:\n  http_listen_port: 3100\n\tgrpc: 0\n");

        Ended loki = check(lab, "loki", file, "-verify-config");
        Ended promtail = check(lab, "promtail", file, "-check-syntax");

        assertThat(loki.code()).isEqualTo(1);
        assertThat(loki.err()).startsWith("failed parsing config: /etc/it/bad.yml: yaml: line 3: ");
        assertThat(promtail.code()).isEqualTo(1);
        assertThat(promtail.out()).startsWith("Unable to parse config: /etc/it/bad.yml: yaml: line 3: ");
    }

    @Test
    void theManualsConfigurationsAreValid(DockerLab lab) {
        LabStack.write(lab, folder);

        Ended loki = check(lab, "loki", folder.resolve("loki/loki.yml"), "-verify-config");
        Ended promtail = check(lab, "promtail", folder.resolve("promtail/promtail.yml"), "-check-syntax");

        assertThat(loki.err()).contains("config is valid");
        assertThat(List.of(loki.code(), promtail.code())).containsOnly(0);
        assertThat(promtail.out()).isEqualTo("Valid config file! No syntax issues found\n");
    }

    @Test
    void anImageThatIsNotThereIsNotFetched(DockerLab lab) {
        Ended pull = lab.docker("pull", "prom/prometheus:v0.0.0");

        assertThat(pull.code()).isEqualTo(1);
        assertThat(pull.err()).contains("127.0.0.1:9: connect: connection refused");

        lab.image("prom/prometheus:latest", "prom/prometheus:v0.0.0");
        assertThat(lab.docker("image", "inspect", "prom/prometheus:v0.0.0").code())
                .isZero();
    }

    @Test
    void anEngineStopsAndComesBackWithItsContainers() {
        try (DockerLab own = DockerLab.start()) {
            LabStack stack = LabStack.write(own, folder);
            stack.up(PATIENCE);

            own.stopEngine();
            assertThat(own.docker("ps").code()).isEqualTo(1);
            assertThat(stack.ready("loki")).isFalse();

            own.startEngine();
            await(() -> own.docker("ps", "--format", "{{.Names}}"), "loki");
        }
    }

    @Test
    void nothingOfAnEngineStaysThatEndsWithItsContainersRunning() throws IOException {
        DockerLab own = DockerLab.start();
        LabTraces traces;
        try {
            LabStack.write(own, folder).up(PATIENCE);
            traces = LabTraces.of(own);
            assertThat(traces.left()).contains("processes", "control groups", "a bridge", "files");
        } finally {
            own.close();
        }
        assertThat(traces.left()).isEmpty();
    }

    private static Ended check(DockerLab lab, String service, Path file, String flag) {
        return lab.docker(
                "run",
                "--rm",
                "-v",
                file.getParent() + ":/etc/it",
                "grafana/" + service,
                "-config.file=/etc/it/" + file.getFileName(),
                flag);
    }

    private static List<String> containers(DockerLab lab) {
        return lab.docker("ps", "--all", "--format", "{{.Names}}").lines();
    }

    private static Ended await(Supplier<Ended> question, String expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Ended answer = question.get();
        while (!answer.toString().contains(expected)) {
            assertThat(System.nanoTime()).as("%s", answer).isLessThan(end);
            answer = question.get();
        }
        return answer;
    }
}
