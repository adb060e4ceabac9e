package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.docker.DockerLab;
import dev.monsh.testing.docker.LabStack;
import dev.monsh.testing.docker.WithDockerLab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift and reload of a stack that runs as plain processes; the lab is there for its programs and files alone. */
@WithDockerLab
class NativeDriftIT {

    @TempDir
    private Path folder;

    private Path files;
    private LabStack stack;
    private Launched monsh;

    @BeforeEach
    void prepare(DockerLab lab) throws IOException {
        files = Files.createDirectories(folder.resolve("stack"));
        stack = LabStack.write(lab, files);
        monsh = lab.on(Launched.in(Files.createDirectories(folder.resolve("runs"))))
                .from(files);
        Ended up = monsh.run("up", "--engine", "native");
        assertThat(up.code()).as("%s", up).isZero();
    }

    @AfterEach
    void end() {
        monsh.run("down", "--engine", "native", "--volumes");
    }

    private Ended run(String... words) {
        return monsh.run(words);
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(files.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(files.resolve(file), text.replace(from, to));
    }

    private String loaded() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url("prometheus") + "/api/v1/status/config"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatRunsAsItsFilesSayIsSilentAndWhatDoesNotIsNamed() throws IOException, InterruptedException {
        Ended same = run("stack", "drift");
        assertThat(same.code()).as("%s", same).isZero();
        assertThat(same.out()).isEmpty();
        assertThat(run("stack", "drift", "loki", "--engine", "native").out())
                .isEqualTo("loki\tmissing\tcan't run here\ta service\tmonsh up loki\n");
        edit("prometheus/prometheus.yml", "15s", "30s");
        edit(
                "docker-compose.yml",
                "      - '--config.file=/etc/prom",
                "      - '--web.enable-lifecycle'\n      - '--config.file=/etc/prom");
        Thread.sleep(20);
        edit("process-exporter/config.yml", "python3.9", "python3.11");
        Ended ended = run("stack", "drift");
        assertThat(ended.code()).as("%s", ended).isEqualTo(1);
        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("prometheus\tcommand\t(nothing)\t--web.enable-lifecycle\t"),
                        line -> assertThat(line)
                                .startsWith("prometheus\tconfiguration\tglobal.scrape_interval: 15s\t"
                                        + "global.scrape_interval: 30s\t"),
                        line -> assertThat(line).startsWith("process_exporter\tconfiguration\tstarted "));
    }

    @Test
    void prometheusIsToldBySignalAndTheRestIsRestarted() throws IOException, InterruptedException {
        edit("prometheus/prometheus.yml", "15s", "30s");
        Thread.sleep(20);
        edit("process-exporter/config.yml", "python3.9", "python3.11");
        Ended ended = run("stack", "reload", "prometheus", "process-exporter");
        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.lines())
                .containsExactly(
                        "prometheus\tsignal\tup to date with its file",
                        "process_exporter\trestart\tup to date with its file");
        assertThat(loaded()).contains("scrape_interval: 30s");
        assertThat(run("stack", "drift").code()).isZero();
    }

    @Test
    void aBadFileIsToldWithItsLineAndTheOldConfigurationGoesOn() throws IOException {
        edit("prometheus/prometheus.yml", "scrape_interval: 15s", "scrape_interval: 15s\n  nope: 1");
        Ended ended = run("stack", "reload", "prometheus");
        assertThat(ended.code()).as("%s", ended).isEqualTo(5);
        assertThat(ended.err())
                .contains("monsh: " + files + "/prometheus/prometheus.yml:3: prometheus rejects its configuration: ");
        assertThat(loaded()).contains("scrape_interval: 15s").doesNotContain("nope");
    }
}
