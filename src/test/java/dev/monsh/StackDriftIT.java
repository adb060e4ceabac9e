package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.docker.DockerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is changed behind the stack's back is found and named, and nothing is said of a stack that is as it should be. */
@LongRunning
class StackDriftIT extends OnTheManualsStack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    StackDriftIT(DockerLab docker) {
        super(docker);
    }

    private Ended drift(String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"stack", "drift", "--engine", "compose"}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        return monsh.run(all);
    }

    private static void assertRows(Ended ended, int code, String... rows) {
        assertThat(ended.code()).as("%s", ended).isEqualTo(code);
        List<String> lines = ended.lines().stream()
                .map(line -> line.substring(0, line.lastIndexOf('\t')))
                .toList();
        assertThat(lines).containsExactly(rows);
    }

    @Test
    void nothingIsSaidOfAStackThatIsAsItsFilesSay() {
        stack.up(PATIENCE);
        Ended ended = drift();
        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("no drift: the running stack matches " + files);
        assertThat(drift("-o", "json").out()).isEqualTo("[]\n");
        assertThat(drift("prometheus", "process-exporter").code()).isZero();
    }

    @Test
    void aStackThatWasNeverStartedIsMissing() {
        assertRows(
                drift(),
                1,
                "loki\tmissing\tdoes not run\ta service",
                "process_exporter\tmissing\tdoes not run\ta service",
                "prometheus\tmissing\tdoes not run\ta service",
                "promtail\tmissing\tdoes not run\ta service");
    }

    @Test
    void aChangedComposeFileIsNamedFieldByField() throws IOException {
        edit(
                "docker-compose.yml",
                "    image: grafana/promtail:latest\n",
                "    image: grafana/promtail:latest\n    environment: {LEVEL: info, API_TOKEN: abc, GONE: x}\n");
        stack.up(PATIENCE);
        assertThat(drift().code()).isZero();
        edit("docker-compose.yml", "LEVEL: info, API_TOKEN: abc, GONE: x", "LEVEL: debug, API_TOKEN: def, NEW: ''");
        edit("docker-compose.yml", "grafana/loki:latest", "grafana/loki:3.4.2");
        edit("docker-compose.yml", "'--storage.tsdb.path=/prometheus'", "'--storage.tsdb.path=/data'");
        edit("docker-compose.yml", "prometheus_data:/prometheus", "prometheus_data:/data");
        int port = stack.ports().get("process_exporter");
        int other = DockerLab.freePort();
        edit("docker-compose.yml", "127.0.0.1:" + port + ":", "127.0.0.1:" + other + ":");
        Ended ended = drift();
        assertRows(
                ended,
                1,
                "loki\timage\tgrafana/loki:latest\tgrafana/loki:3.4.2",
                "process_exporter\tport\t127.0.0.1:" + port + "->9256/tcp\t127.0.0.1:" + other + "->9256/tcp",
                "prometheus\tcommand\t--storage.tsdb.path=/prometheus\t--storage.tsdb.path=/data",
                "prometheus\tmount\tstack_prometheus_data:/prometheus:rw\tstack_prometheus_data:/data:rw",
                "promtail\tenvironment\tAPI_TOKEN (changed)\tAPI_TOKEN (changed)",
                "promtail\tenvironment\tGONE=x\tGONE (nothing)",
                "promtail\tenvironment\tLEVEL=info\tLEVEL=debug");
        assertThat(ended.out() + ended.err()).doesNotContain("abc", "def");
        assertThat(drift("loki", "-o", "jsonl").out())
                .isEqualTo("{\"service\":\"loki\",\"kind\":\"image\",\"running\":\"grafana/loki:latest\","
                        + "\"declared\":\"grafana/loki:3.4.2\",\"next\":\"monsh up loki\"}\n");
    }

    @Test
    void aFileOfVariablesIsPartOfTheDefinition() throws IOException {
        Files.writeString(files.resolve("loki.env"), "LEVEL=info\nDB_PASSWORD=old-word\n");
        edit(
                "docker-compose.yml",
                "    image: grafana/loki:latest\n",
                "    image: grafana/loki:latest\n    env_file: loki.env\n");
        stack.up(PATIENCE);
        assertThat(drift().code()).isZero();
        Files.writeString(files.resolve("loki.env"), "LEVEL=debug\nDB_PASSWORD=new-word\n");
        Ended ended = drift();
        assertRows(
                ended,
                1,
                "loki\tenvironment\tDB_PASSWORD (changed)\tDB_PASSWORD (changed)",
                "loki\tenvironment\tLEVEL=info\tLEVEL=debug");
        assertThat(ended.out()).doesNotContain("-word");
    }

    @Test
    void aMountThatIsReadOnlyNowAndAnotherNetworkAreNamed() throws IOException {
        stack.up(PATIENCE);
        edit("docker-compose.yml", "./loki:/etc/loki", "./loki:/etc/loki:ro");
        edit("docker-compose.yml", "    pid: host\n", "    pid: host\n    network_mode: host\n");
        Files.writeString(
                files.resolve("docker-compose.yml"),
                Files.readString(files.resolve("docker-compose.yml"))
                        .replaceFirst("(?s)(network_mode: host.*?)    networks:\\n      - lgtm-net\\n", "$1"));
        assertRows(
                drift(),
                1,
                "loki\tmount\t" + files + "/loki:/etc/loki:rw\t" + files + "/loki:/etc/loki:ro",
                "process_exporter\tnetwork\tstack_lgtm-net\thost");
    }

    @Test
    void aSettingThatIsNoneOfTheUsualIsToldAsSuch() throws IOException {
        stack.up(PATIENCE);
        edit("docker-compose.yml", "    pid: host\n", "    pid: host\n    mem_limit: 512m\n");
        assertRows(
                drift(),
                1,
                "process_exporter\tdefinition\tcreated from a different definition\tother settings changed");
    }

    @Test
    void aServiceThatLeftTheFileAndOneThatCameAreFound() throws IOException {
        stack.up(PATIENCE);
        edit("docker-compose.yml", "\n  promtail:\n", "\n  promtail2:\n");
        edit("docker-compose.yml", "container_name: promtail", "container_name: promtail2");
        assertRows(
                drift(),
                1,
                "promtail2\tmissing\tdoes not run\ta service",
                "promtail\torphan\tpromtail (running)\tno such service");
    }

    @Test
    void anImageThatTheTagNoLongerMeansIsFound(DockerLab lab) throws IOException {
        lab.image("grafana/loki:latest", "lab/moving:latest");
        edit("docker-compose.yml", "grafana/loki:latest", "lab/moving:latest");
        stack.up(PATIENCE);
        assertThat(drift().code()).isZero();
        lab.image("grafana/promtail:latest", "lab/moving:latest");
        Ended ended = drift();
        assertThat(ended.code()).as("%s", ended).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("loki\timage-id\t[0-9a-f]{12}\tlab/moving:latest is now [0-9a-f]{12}\tmonsh up loki"));
    }

    @Test
    void aContainerThatWasStoppedByHandIsFound(DockerLab lab) {
        stack.up(PATIENCE);
        lab.docker("stop", "--time", "1", "promtail");
        Ended ended = drift();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("promtail\tstate\texited (0)\trunning\t"));
    }

    @Test
    void editedConfigurationIsNamedSettingBySetting() throws IOException, InterruptedException {
        stack.up(PATIENCE);
        edit("prometheus/prometheus.yml", "15s", "30s");
        edit("prometheus/prometheus.yml", "['process_exporter:9256']", "['process_exporter:9256', 'loki:3100']");
        edit("loki/loki.yml", "ingestion_rate_mb: 15", "ingestion_rate_mb: 16");
        edit("promtail/promtail.yml", "service: checkdoor_ai_agent_stream05", "service: checkdoor");
        Thread.sleep(20);
        edit("process-exporter/config.yml", "python3.9", "python3.11");
        Ended ended = drift();
        assertThat(ended.code()).as("%s", ended).isEqualTo(1);
        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("loki\tconfiguration\tlimits_config.ingestion_rate_mb: 15\t"
                                        + "limits_config.ingestion_rate_mb: 16\t"),
                        line -> assertThat(line)
                                .startsWith("process_exporter\tconfiguration\tstarted ")
                                .contains("config.yml: changed after the start"),
                        line -> assertThat(line)
                                .startsWith("prometheus\tconfiguration\tglobal.scrape_interval: 15s\t"
                                        + "global.scrape_interval: 30s\tmonsh stack reload prometheus"),
                        line -> assertThat(line)
                                .startsWith("prometheus\tconfiguration\tscrape_configs[process_exporter]")
                                .contains("[process_exporter:9256, loki:3100]"),
                        line -> assertThat(line)
                                .startsWith(
                                        "promtail\tconfiguration\tscrape_configs[checkdoor].static_configs[0].labels"
                                                + ".service: checkdoor_ai_agent_stream05\t"));
    }

    /** One setting of each kind that Prometheus prints otherwise than it was written. */
    private static final String RICH = """
            global:
              scrape_interval: 90s
              scrape_timeout: 5000ms
              external_labels: {site: "a", rack: 7}
            rule_files: ["./rules.yml", sub/*.yml]
            alerting:
              alertmanagers:
                - static_configs: [{targets: ["127.0.0.1:1"]}]
            scrape_configs:
              - job_name: node
                scrape_interval: 1m
                honor_labels: no
                basic_auth: {username: u, password: "not to be seen"}
                params: {module: [http]}
                static_configs: &targets
                  - targets: ["127.0.0.1:2"]
                    labels: {x: yes}
                file_sd_configs: [{files: [targets.yml], refresh_interval: 300s}]
                relabel_configs:
                  - {source_labels: [a, b], target_label: c, regex: "(x)"}
                  - {action: labeldrop, regex: foo}
              - job_name: token
                bearer_token: also not to be seen
                proxy_url: http://me:nor-this@127.0.0.1:3
                static_configs: *targets
              - job_name: file
                bearer_token_file: token
                metrics_path: /x
                sample_limit: 0
                metric_relabel_configs: []
            remote_write:
              - url: http://me:nor-that@127.0.0.1:4/w
                queue_config: {capacity: 5000}
            """;

    @Test
    void aMatchingPrometheusIsSilentHoweverItPrintsItsSettings() throws IOException {
        Path file = files.resolve("prometheus/prometheus.yml");
        Files.writeString(file, RICH);
        stack.up(PATIENCE);
        Ended same = drift("prometheus");
        assertThat(same.code()).as("%s", same).isZero();
        assertLoaded("scrape_interval: 90s", "scrape_interval: 91s", "global.scrape_interval: 1m30s");
        assertLoaded("  scrape_timeout: 5000ms\n", "", "global.scrape_timeout: 5s");
        assertLoaded(", rack: 7", "", "global.external_labels.rack: 7");
        assertLoaded("    scrape_interval: 1m\n", "", "scrape_configs[node].scrape_interval: 1m");
        assertLoaded(
                "    honor_labels: no\n", "    honor_labels: true\n", "scrape_configs[node].honor_labels: (nothing)");
        assertLoaded(", sub/*.yml", "", "rule_files: [/etc/prometheus/rules.yml, /etc/prometheus/sub/*.yml]");
        assertLoaded("    params: {module: [http]}\n", "", "scrape_configs[node].params: {module: [http]}");
        assertLoaded("metrics_path: /x", "metrics_path: /y", "scrape_configs[file].metrics_path: /x");
        assertLoaded("    metrics_path: /x\n", "", "scrape_configs[file].metrics_path: /x");
        assertLoaded("regex: \"(x)\"", "regex: \"(y)\"", "scrape_configs[node].relabel_configs[0].regex: (x)");
        assertLoaded(", regex: \"(x)\"", "", "scrape_configs[node].relabel_configs[0].regex: (x)");
        assertLoaded(
                "basic_auth: {username: u, ",
                "basic_auth: {username: v, ",
                "scrape_configs[node].basic_auth.username: u");
        assertLoaded(
                "capacity: 5000", "capacity: 5001", "remote_write[http://127.0.0.1:4/w].queue_config.capacity: 5000");
        assertLoaded(
                "    proxy_url: http://me:nor-this@127.0.0.1:3\n",
                "",
                "scrape_configs[token].proxy_url: http://127.0.0.1:3");
        assertLoaded(
                RICH.substring(RICH.indexOf("  - job_name: file"), RICH.indexOf("remote_write:")),
                "",
                "scrape_configs[file]: {");
        assertLoaded(
                RICH.substring(RICH.indexOf("alerting:"), RICH.indexOf("scrape_configs:")),
                "",
                "alerting: {alertmanagers");
    }

    private void assertLoaded(String from, String to, String running) throws IOException {
        assertThat(RICH).contains(from);
        Files.writeString(files.resolve("prometheus/prometheus.yml"), RICH.replace(from, to));
        Ended ended = drift("prometheus");
        assertThat(ended.code()).as("%s: %s", from, ended).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("prometheus\tconfiguration\t" + running));
        assertThat(ended.out()).doesNotContain("to be seen", "nor-");
    }

    @Test
    void aFileThatWasReplacedUnderItsMountIsFound() throws IOException {
        edit(
                "docker-compose.yml",
                "./prometheus:/etc/prometheus",
                "./prometheus/prometheus.yml:/etc/prometheus/prometheus.yml");
        stack.up(PATIENCE);
        Path file = files.resolve("prometheus/prometheus.yml");
        Path beside = Files.writeString(
                files.resolve("new.yml"), Files.readString(file).replace("15s", "30s"));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        Ended ended = drift("prometheus");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("prometheus\treplaced-file\tthe version of " + file),
                        line -> assertThat(line).contains("global.scrape_interval: 15s", "monsh stack reload"));
    }

    @Test
    void aServerThatDoesNotAnswerIsNotTakenForOneThatMatches(DockerLab lab) {
        stack.up(PATIENCE);
        lab.docker("kill", "--signal", "STOP", "loki");
        try {
            Ended ended = drift("--timeout", "2s");
            assertThat(ended.code()).as("%s", ended).isEqualTo(6);
            assertThat(ended.lines())
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).startsWith("loki\tunreadable\t").contains("no answer in time"));
        } finally {
            lab.docker("kill", "--signal", "CONT", "loki");
        }
    }

    @Test
    void anEngineThatDoesNotAnswerIsToldAsSuch() {
        Ended ended =
                monsh.with("DOCKER_HOST", "unix:///nowhere/docker.sock").run("stack", "drift", "--engine", "compose");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("unix:///nowhere/docker.sock: no Docker engine answers there");
    }
}
