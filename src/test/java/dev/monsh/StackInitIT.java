package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.docker.DockerLab;
import dev.monsh.testing.docker.WithDockerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stack init} from outside, and what it writes in the hands of the real programs. */
@LongRunning
@WithDockerLab
class StackInitIT {

    private static final Map<String, String> IMAGES = Map.of(
            "PROMETHEUS_IMAGE", "prom/prometheus:latest",
            "LOKI_IMAGE", "grafana/loki:latest",
            "PROMTAIL_IMAGE", "grafana/promtail:latest",
            "PROCESS_EXPORTER_IMAGE", "ncabatoff/process-exporter:latest");

    @TempDir
    private Path folder;

    private Launched monsh;
    private Path stack;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
        stack = monsh.workingFolder().resolve("stack");
    }

    @Test
    void listsWhatItWroteAndIsContentTheSecondTime() {
        Ended first = monsh.run("stack", "init", "stack");
        assertThat(first.code()).isZero();
        assertThat(first.lines())
                .containsExactly(
                        stack + "/docker-compose.yml\twritten",
                        stack + "/prometheus/prometheus.yml\twritten",
                        stack + "/loki/loki.yml\twritten",
                        stack + "/promtail/promtail.yml\twritten",
                        stack + "/process-exporter/config.yml\twritten",
                        stack + "/populate_log.sh\twritten",
                        stack + "/README.md\twritten");
        Ended second = monsh.run("stack", "init", "stack");
        assertThat(second.code()).isZero();
        assertThat(second.lines()).hasSize(7).allMatch(line -> line.endsWith("\talready there"));
    }

    @Test
    void neverWritesOverAFileAndEndsWithAConflict() throws IOException {
        Files.createDirectories(stack.resolve("loki"));
        Files.writeString(stack.resolve("loki/loki.yml"), "mine\n");
        Ended ended = monsh.run("stack", "init", "stack");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.err()).contains(stack.resolve("loki/loki.yml") + "; nothing was written");
        assertThat(stack.resolve("docker-compose.yml")).doesNotExist();
    }

    @Test
    void writesNothingOnADryRunAndShowsTheFilesWhenAsked() throws IOException {
        Ended ended = monsh.run("stack", "init", "stack", "--dry-run", "-v");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines()).hasSize(7).allMatch(line -> line.endsWith("\twould be written"));
        assertThat(ended.err()).contains("retention_enabled: true", "nothing was written");
        try (Stream<Path> files = Files.list(monsh.workingFolder())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void takesTheAddressOfTheChosenBox() {
        monsh.configuration("current: a\nboxes: {a: {stack: /srv/a, tailscale_ip: 100.64.0.7}}\n");
        assertThat(monsh.run("stack", "init", "stack").code()).isZero();
        assertThat(stack.resolve("docker-compose.yml")).content().contains("- \"100.64.0.7:3100:3100\"");
    }

    @Test
    void warnsOfAStackThatAnswersEverybody() {
        Ended ended = monsh.run("stack", "init", "stack", "--open");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("without a password");
        assertThat(monsh.run("stack", "init", "x", "--open", "--tailscale-ip", "100.64.0.7")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theRealProgramsAcceptTheFiles(DockerLab lab) {
        Launched here = lab.on(monsh);
        assertThat(here.run("stack", "init", "stack", "--tailscale-ip", "100.64.0.7")
                        .code())
                .isZero();
        Ended config = lab.compose(stack, "config", "--quiet");
        assertThat(config.code()).describedAs(config.toString()).isZero();
        assertThat(config.err()).isEmpty();
        Ended promtool = here.by("promtool").run("check", "config", stack + "/prometheus/prometheus.yml");
        assertThat(promtool.code()).describedAs(promtool.toString()).isZero();
    }

    @Test
    void comesUpOnCompose(DockerLab lab) throws IOException {
        Launched here = lab.on(monsh);
        for (Map.Entry<String, String> image : IMAGES.entrySet()) {
            here = here.with(image.getKey(), image.getValue());
        }
        assertThat(here.run("stack", "init", "stack").code()).isZero();
        int prometheus = onFreePorts();
        try {
            Ended up = here.run("up", "--engine", "compose", "--stack", "stack", "--timeout", "25s");
            assertThat(up.code()).describedAs(up.toString()).isZero();
            assertScrapes(here.asking("http://127.0.0.1:" + prometheus), 4);
        } finally {
            here.run("down", "--volumes", "--engine", "compose", "--stack", "stack");
        }
    }

    @Test
    void comesUpAsPlainProcesses(DockerLab lab) throws IOException {
        Launched here = lab.on(monsh);
        assertThat(here.run("stack", "init", "stack").code()).isZero();
        int prometheus = onFreePorts();
        try {
            Ended up = here.run(
                    "up",
                    "prometheus",
                    "process-exporter",
                    "--engine",
                    "native",
                    "--stack",
                    "stack",
                    "--timeout",
                    "25s");
            assertThat(up.code()).describedAs(up.toString()).isZero();
            assertScrapes(here.asking("http://127.0.0.1:" + prometheus), 2);
        } finally {
            here.run("down", "--volumes", "--engine", "native", "--stack", "stack");
        }
    }

    private static void assertScrapes(Launched monsh, int targets) {
        long end = System.nanoTime() + 25_000_000_000L;
        Ended up;
        do {
            up = monsh.run("query", "sum(up)", "-o", "raw");
        } while (!up.out().strip().equals(String.valueOf(targets)) && System.nanoTime() < end);
        assertThat(up.out().strip()).isEqualTo(String.valueOf(targets));
    }

    /** Gives the stack ports of its own, since those of the manual may be taken on this machine. */
    private int onFreePorts() throws IOException {
        Path compose = stack.resolve("docker-compose.yml");
        String text = Files.readString(compose);
        int prometheus = DockerLab.freePort();
        text = text.replace("127.0.0.1:9090:9090", "127.0.0.1:" + prometheus + ":9090");
        for (int port : new int[] {3100, 9080, 9256}) {
            text = text.replace("127.0.0.1:" + port + ":", "127.0.0.1:" + DockerLab.freePort() + ":");
        }
        Files.writeString(compose, text);
        return prometheus;
    }
}
