package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.docker.DockerLab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** After a reload the servers have what their files say, and a file that is no good changes nothing. */
@LongRunning
class StackReloadIT extends OnTheManualsStack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIFECYCLE = "      - '--web.enable-lifecycle'\n";

    StackReloadIT(DockerLab docker) {
        super(docker);
    }

    private Ended reload(String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"stack", "reload", "--engine", "compose"}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        return monsh.run(all);
    }

    private void withLifecycle() throws IOException {
        edit(
                "docker-compose.yml",
                "    command:\n      - '--config.file",
                "    command:\n" + LIFECYCLE + "      - '--config.file");
    }

    private String loaded(String service) {
        String path = service.equals("prometheus") ? "/api/v1/status/config" : "/config";
        return get(stack.url(service) + path);
    }

    private static String get(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String started(String service) {
        return docker.docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", service)
                .out();
    }

    private static void assertRow(Ended ended, int code, String row) {
        assertThat(ended.code()).as("%s", ended).isEqualTo(code);
        assertThat(ended.lines()).as("%s", ended).containsExactly(row);
    }

    @Test
    void prometheusWithoutItsUrlIsToldBySignalAndGoesOn() throws IOException {
        stack.up(PATIENCE);
        String before = started("prometheus");
        edit("prometheus/prometheus.yml", "15s", "7s");
        assertRow(reload("prometheus", "--dry-run"), 0, "prometheus\tsignal\twould be done");
        assertThat(loaded("prometheus")).contains("scrape_interval: 15s");
        assertRow(reload("prometheus"), 0, "prometheus\tsignal\tup to date with its file");
        assertThat(loaded("prometheus")).contains("scrape_interval: 7s");
        assertThat(started("prometheus")).isEqualTo(before);
        assertThat(monsh.run("stack", "drift", "--engine", "compose").code()).isZero();
    }

    @Test
    void prometheusWithItsUrlIsToldByIt() throws IOException {
        withLifecycle();
        stack.up(PATIENCE);
        edit("prometheus/prometheus.yml", "15s", "7s");
        assertRow(reload("prometheus"), 0, "prometheus\turl\tup to date with its file");
        assertThat(loaded("prometheus")).contains("scrape_interval: 7s");
    }

    @Test
    void aBadFileIsToldWithItsLineAndTheOldConfigurationGoesOn() throws IOException {
        stack.up(PATIENCE);
        edit("prometheus/prometheus.yml", "scrape_interval: 15s", "scrape_interval: 15s\n  nope: 1");
        for (int time = 0; time < 2; time++) {
            Ended ended = reload("prometheus");
            assertThat(ended.code()).as("%s", ended).isEqualTo(5);
            assertThat(ended.err())
                    .contains(
                            "monsh: " + files + "/prometheus/prometheus.yml:3: prometheus rejects its configuration: "
                                    + "field nope not found",
                            "the previously loaded configuration stays active");
            assertThat(loaded("prometheus")).contains("scrape_interval: 15s").doesNotContain("nope");
        }
        edit("prometheus/prometheus.yml", "\n  nope: 1", "");
        assertThat(reload("prometheus").code()).isZero();
        assertThat(get(stack.url("prometheus") + "/metrics"))
                .contains("\nprometheus_config_last_reload_successful 1\n");
    }

    @Test
    void aBadFileIsToldByUrlAsWell() throws IOException {
        withLifecycle();
        stack.up(PATIENCE);
        edit("prometheus/prometheus.yml", "scrape_interval: 15s", "scrape_interval: [");
        Ended ended = reload("prometheus");
        assertThat(ended.code()).as("%s", ended).isEqualTo(5);
        assertThat(ended.err()).contains("monsh: " + files + "/prometheus/prometheus.yml:");
        assertThat(loaded("prometheus")).contains("scrape_interval: 15s");
    }

    @Test
    void aBadFileOfRulesIsToldWithItsPlace() throws IOException {
        edit("prometheus/prometheus.yml", "scrape_configs:", "rule_files: [rules.yml]\nscrape_configs:");
        Path rules = files.resolve("prometheus/rules.yml");
        Files.writeString(rules, "groups:\n  - name: a\n    rules:\n      - record: b\n        expr: up\n");
        stack.up(PATIENCE);
        assertThat(reload("prometheus").code()).isZero();
        Files.writeString(rules, "groups:\n  - name: a\n    rules:\n      - record: b\n        expr: sum(\n");
        Ended ended = reload("prometheus");
        assertThat(ended.code()).as("%s", ended).isEqualTo(5);
        assertThat(ended.err())
                .contains("monsh: " + rules + ":5:15: prometheus rejects its rules: ", "the previously loaded rules");
        assertThat(get(stack.url("prometheus") + "/api/v1/rules")).contains("\"query\":\"up\"");
    }

    @Test
    void onlyWhatHasChangedIsTouched() throws IOException, InterruptedException {
        stack.up(PATIENCE);
        String promtail = started("promtail");
        String exporter = started("process_exporter");
        edit("loki/loki.yml", "ingestion_rate_mb: 15", "ingestion_rate_mb: 16");
        Ended ended = reload();
        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.lines())
                .containsExactly(
                        "prometheus\tsignal\tup to date with its file",
                        "loki\trestart\tup to date with its file",
                        "promtail\tunchanged\tup to date with its file",
                        "process_exporter\tunchanged\tup to date with its file");
        assertThat(loaded("loki")).contains("ingestion_rate_mb: 16");
        assertThat(started("promtail")).isEqualTo(promtail);
        Thread.sleep(20);
        edit("process-exporter/config.yml", "python3.9", "python3.11");
        assertRow(reload("process-exporter"), 0, "process_exporter\trestart\tup to date with its file");
        assertThat(started("process_exporter")).isNotEqualTo(exporter);
    }

    @Test
    void aServerThatMustBeRestartedIsNotEndedForABadFile() throws IOException, InterruptedException {
        stack.up(PATIENCE);
        String loki = started("loki");
        String exporter = started("process_exporter");
        edit("loki/loki.yml", "server:\n", "server:\n\tbad: 1\n");
        Ended ended = reload("loki");
        assertThat(ended.code()).as("%s", ended).isEqualTo(5);
        assertThat(ended.err()).contains("monsh: " + files + "/loki/loki.yml:");
        assertThat(started("loki")).isEqualTo(loki);
        Thread.sleep(20);
        edit("process-exporter/config.yml", "cmdline:", "cmdline: [");
        Ended rules = reload("process-exporter");
        assertThat(rules.code()).as("%s", rules).isEqualTo(5);
        assertThat(rules.err()).contains("monsh: " + files + "/process-exporter/config.yml:");
        assertThat(started("process_exporter")).isEqualTo(exporter);
    }

    @Test
    void promtailIsToldBySignalOrByUrl() throws IOException {
        stack.up(PATIENCE);
        String before = started("promtail");
        edit("promtail/promtail.yml", "service: checkdoor_ai_agent_stream05", "service: checkdoor");
        assertRow(reload("promtail"), 0, "promtail\tsignal\tup to date with its file");
        assertThat(loaded("promtail")).contains("service: checkdoor\n");
        assertThat(started("promtail")).isEqualTo(before);
        edit(
                "docker-compose.yml",
                "\"-config.file=/etc/promtail/promtail.yml\"",
                "\"-config.file=/etc/promtail/promtail.yml\", \"-server.enable-runtime-reload\"");
        stack.up(PATIENCE);
        edit("promtail/promtail.yml", "service: checkdoor\n", "service: door\n");
        assertRow(reload("promtail"), 0, "promtail\turl\tup to date with its file");
        assertThat(loaded("promtail")).contains("service: door\n");
    }

    @Test
    void aFileThatWasReplacedUnderItsMountNeedsARestart() throws IOException {
        edit(
                "docker-compose.yml",
                "./prometheus:/etc/prometheus",
                "./prometheus/prometheus.yml:/etc/prometheus/prometheus.yml");
        stack.up(PATIENCE);
        Path file = files.resolve("prometheus/prometheus.yml");
        Path beside = Files.writeString(
                files.resolve("new.yml"), Files.readString(file).replace("15s", "7s"));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        assertRow(reload("prometheus"), 0, "prometheus\trestart\tup to date with its file");
        assertThat(loaded("prometheus")).contains("scrape_interval: 7s");
    }

    @Test
    void aServiceThatDoesNotRunIsToldAsSuch() {
        Ended ended = reload("loki");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("monsh: loki: is not running").contains("try: monsh up loki");
    }
}
