package dev.monsh.stack.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.compose.ComposeFileReader;
import dev.monsh.adapter.yaml.server.ServerFileReader;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.stack.Stack;
import dev.monsh.stack.engine.PortOwners;
import dev.monsh.stack.init.NewStack;
import dev.monsh.stack.init.Reach;
import dev.monsh.stack.init.StackWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack as {@code stack init} writes it has nothing wrong; each test spoils one thing. */
class StackCheckTest {

    private static final Path MANUAL =
            Path.of("src/test/resources/process-monitor").toAbsolutePath();
    private static final PortOwners NOBODY = port -> Optional.empty();
    private static final String UNASKED = "note prometheus.yml prometheus not checked: the details of the scrape"
            + " configurations, since promtool is not on PATH";

    private static final String COMPOSE_UNASKED =
            "note docker-compose.yml  not checked: what only Docker Compose can judge, since there is none here to ask";

    @TempDir
    Path folder;

    @BeforeEach
    void init() {
        NewStack stack = new NewStack(folder, folder.resolve("logs"), new Reach.ThisMachine());
        StackWriter writer = new StackWriter(new AtomicFile(InstantSource.system()));
        writer.write(stack, writer.plan(stack));
    }

    @Test
    void whatStackInitWritesHasNoErrorAndNoWarning() {
        StackCheck.Result result = check(folder);
        assertThat(lines(result))
                .containsExactly(
                        "note docker-compose.yml promtail Promtail has reached end of life: Loki 3.6 is the last"
                                + " release to include it",
                        UNASKED,
                        COMPOSE_UNASKED);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void theManualsOwnFilesHaveNoErrorAndTheirTrapsAreNamed() {
        StackCheck.Result result = check(MANUAL);
        assertThat(result.complete()).isTrue();
        assertThat(lines(result))
                .containsExactlyInAnyOrder(
                        "note docker-compose.yml  'version' is obsolete: Compose ignores it",
                        "warning docker-compose.yml prometheus the image prom/prometheus:latest changes with every pull",
                        "warning docker-compose.yml loki the image grafana/loki:latest changes with every pull",
                        "warning docker-compose.yml promtail the image grafana/promtail:latest changes with every pull",
                        "warning docker-compose.yml process_exporter the image ncabatoff/process-exporter:latest changes"
                                + " with every pull",
                        open("prometheus", 9090),
                        open("loki", 3100),
                        open("promtail", 9080),
                        open("process_exporter", 9256),
                        "note docker-compose.yml prometheus configuration changes need a signal or a restart",
                        "note docker-compose.yml promtail Promtail has reached end of life: Loki 3.6 is the last"
                                + " release to include it",
                        UNASKED,
                        COMPOSE_UNASKED,
                        "note loki.yml loki schema v11 with boltdb-shipper is deprecated in Loki 3",
                        "warning loki.yml loki /tmp/loki is not on a volume: its data is lost when the container is"
                                + " recreated",
                        "warning loki.yml loki logs are never deleted: the disk will fill up",
                        "warning promtail.yml promtail /tmp/positions.yaml is not on a volume: when the"
                                + " container is recreated, it sends every line again");
    }

    private static String open(String service, int port) {
        return "warning docker-compose.yml " + service + " port " + port
                + " is open on every address of this machine, without a password";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // the Compose file
                "docker-compose.yml | 127.0.0.1:3100:3100 | 127.0.0.1:9090:3100 | error | port 9090 is already published by prometheus in line 19",
                "docker-compose.yml | 127.0.0.1:3100:3100 | 9090:3100 | error | port 9090 is already published by prometheus in line 19",
                "docker-compose.yml | 127.0.0.1:3100:3100 | 3100:3100 | warning | port 3100 is open on every address of this machine, without a password",
                "docker-compose.yml | :-prom/prometheus:v3.5.0 | :-prom/prometheus | warning | the image prom/prometheus, which is prom/prometheus:latest, changes with every pull",
                "docker-compose.yml | ${LOKI_IMAGE:-grafana/loki:3.5.7} | grafana/loki:${VERSION} | warning | the variable VERSION is not set and counts as empty",
                "docker-compose.yml | - prometheus_data:/prometheus | - prometheus_data:/elsewhere | warning | /prometheus is not on a volume: its data is lost when the container is recreated",
                "docker-compose.yml | - ./loki:/etc/loki:ro | - ./loki:/etc/other:ro | error | its configuration file /etc/loki/loki.yml is outside the folders that it mounts",
                "docker-compose.yml | - ./loki:/etc/loki:ro | - ./loki/loki.yml:/etc/loki/loki.yml:ro | note | the file is mounted by itself: if an editor replaces it, the container still sees the old one",
                "docker-compose.yml | - /proc:/host/proc:ro | - ./proc:/host/proc:ro | error | it reads /host/proc, where the host's /proc is not mounted: it sees none of the host's processes",
                "docker-compose.yml | [-config.file=/etc/loki/loki.yml] | [] | note | it uses its image's built-in configuration: no option names a file",
                // Prometheus
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'process_exporter:9256' | error | the scrape target process_exporter: no service has this name",
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'elsewhere:9256' | warning | the scrape target elsewhere: no service has this name",
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'process-exporter:9100' | error | the scrape target process-exporter:9100: process-exporter listens on 9256",
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'localhost:9256' | error | the scrape target localhost:9256 points to the container of prometheus itself, where nothing else listens",
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'http://process-exporter:9256' | error | a target must be HOST:PORT, without a scheme or path",
                "prometheus/prometheus.yml | 'process-exporter:9256' | 'process-exporter:x' | note | not checked: the target process-exporter:x: its port is a name",
                "prometheus/prometheus.yml | job_name: loki | job_name: prometheus | error | job_name: prometheus appears here a second time",
                "prometheus/prometheus.yml | - job_name: loki | - name: loki | error | the scrape configuration has no job_name",
                "prometheus/prometheus.yml | global: | globals: | error | Prometheus has no key 'globals': did you mean 'global'?",
                "prometheus/prometheus.yml | global: | rule_files: [/etc/rules/*.yml]\\nglobal: | error | the rule files /etc/rules/*.yml are outside the folders that prometheus mounts",
                "prometheus/prometheus.yml | global: | rule_files: [rules/*.yml]\\nglobal: | warning | no rule file matches FOLDER/prometheus/rules/*.yml",
                "prometheus/prometheus.yml | global: | rule_files: rules.yml\\nglobal: | error | 'rule_files' must be a list",
                // Loki
                "loki/loki.yml | http_listen_port: 3100 | http_listen_port: 3101 | error | it listens on 3101, but the Compose file publishes 3100",
                "loki/loki.yml | retention_enabled: true | retention_enabled: false | warning | logs are never deleted: the disk will fill up",
                "loki/loki.yml | schema: v13 | schema: v12 | error | Loki 3 does not start: structured metadata requires schema v13 with store tsdb, but the newest here is v12 with tsdb",
                "loki/loki.yml | path_prefix: /loki | path_prefix: /data | warning | /data is not on a volume: its data is lost when the container is recreated",
                // Promtail
                "promtail/promtail.yml | http://loki:3100/loki | http://lok:3100/loki | error | the address of Loki lok: no service has this name",
                "promtail/promtail.yml | http://loki:3100/loki | http://localhost:3100/loki | error | the address of Loki localhost:3100 points to the container of promtail itself, where nothing else listens",
                "promtail/promtail.yml | http://loki:3100/loki | http://lo_ki:3100/loki | error | the address of Loki lo_ki: no service has this name",
                "promtail/promtail.yml | /loki/api/v1/push | / | warning | Loki accepts logs at /loki/api/v1/push",
                "promtail/promtail.yml | /var/lib/promtail/positions | /tmp/positions | warning | /tmp/positions.yaml is not on a volume: when the container is recreated, it sends every line again",
                "promtail/promtail.yml | clients: | client_list: | error | no clients: Promtail has nowhere to send lines",
                "promtail/promtail.yml | job_name: checkdoor | job_name: ppl_detection | error | job_name: ppl_detection appears here a second time",
            })
    void oneSpoiltThingIsFound(String file, String before, String after, String level, String message)
            throws IOException {
        edit(file, before, after.replace("\\n", "\n"));
        List<Finding> found = check(folder).findings().stream()
                .filter(finding -> finding.message().equals(message.replace("FOLDER", folder.toString())))
                .toList();
        assertThat(found).describedAs(lines(check(folder)).toString()).hasSize(1);
        assertThat(found.getFirst().severity()).isEqualTo(Severity.valueOf(level.toUpperCase(java.util.Locale.ROOT)));
        assertThat(found.getFirst().line() > 0 || message.contains("never deleted") || message.contains("it listens"))
                .isTrue();
    }

    @Test
    void containersOfOneNameAreAnError() throws IOException {
        edit("docker-compose.yml", "  loki:\n", "  loki:\n    container_name: a\n");
        edit("docker-compose.yml", "  promtail:\n", "  promtail:\n    container_name: a\n");
        assertThat(lines(check(folder)))
                .contains("error docker-compose.yml promtail the container name a is already used by loki");
    }

    @Test
    void namesOfServicesMeanNothingOnTheMachinesOwnNetwork() throws IOException {
        edit("docker-compose.yml", "  prometheus:\n", "  prometheus:\n    network_mode: host\n");
        assertThat(check(folder).findings())
                .filteredOn(finding -> finding.message().contains("the host network"))
                .hasSize(4);
    }

    @Test
    void aContainersNameIsAnAddressToo() throws IOException {
        edit("docker-compose.yml", "  loki:\n", "  loki:\n    container_name: logs\n");
        edit("promtail/promtail.yml", "http://loki:", "http://logs:");
        assertThat(check(folder).findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void aMissingConfigurationLeavesTheCheckIncomplete() throws IOException {
        Files.delete(folder.resolve("loki/loki.yml"));
        StackCheck.Result result = check(folder);
        assertThat(result.complete()).isFalse();
        assertThat(lines(result)).contains("error loki.yml loki the configuration file of loki does not exist");
    }

    @Test
    void rulesAreFoundBesideTheConfigurationAndRead() throws IOException {
        edit("prometheus/prometheus.yml", "global:", "rule_files: ['*.rules', /etc/prometheus/other.rules]\nglobal:");
        Files.writeString(
                folder.resolve("prometheus/a.rules"), "groups: [{rules: [{alert: A, record: b}, {expr: x}]}]");
        Files.writeString(folder.resolve("prometheus/other.rules"), "group: []");
        assertThat(lines(check(folder)))
                .contains(
                        "error a.rules prometheus the group has no name",
                        "error a.rules prometheus the rule has no expr",
                        "error a.rules prometheus a rule must have either an alert or a record",
                        "error other.rules prometheus a rule file must have a list 'groups'");
    }

    @Test
    void aFileThatIsNotYamlIsAnErrorAtItsPlace() throws IOException {
        edit("promtail/promtail.yml", "clients:", "clients: [");
        assertThat(check(folder).findings())
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.file().endsWith("promtail.yml")
                        && finding.line() > 0);
    }

    @Test
    void portsOfThisMachineClashUnlessTheStackItselfHasThem() {
        PortOwners owners = port -> port == 9090 ? Optional.of("nginx (pid 812)") : Optional.empty();
        StackCheck check = new StackCheck(new ServerFileReader(), new ExternalCheckers() {}, owners);
        var reading = new ComposeFileReader(Map.of(), folder).read(folder);
        assertThat(lines(check.check(reading, Set.of())))
                .contains("warning docker-compose.yml prometheus nginx (pid 812) on this machine listens on port 9090");
        assertThat(lines(check.check(reading, Set.of(9090)))).noneMatch(line -> line.contains("nginx"));
    }

    @Test
    void othersAreAskedForTheComposeFileAndForPrometheusWithItsRules() throws IOException {
        edit("prometheus/prometheus.yml", "global:", "rule_files: ['*.rules']\nglobal:");
        Files.writeString(folder.resolve("prometheus/a.rules"), "groups: [{name: a, rules: []}]");
        List<String> asked = new ArrayList<>();
        ExternalCheckers recorder = new ExternalCheckers() {
            @Override
            public Optional<List<Finding>> compose(Stack stack) {
                asked.add("compose " + stack.composeFile().orElseThrow());
                return Optional.of(List.of(finding("from compose")));
            }

            @Override
            public Optional<List<Finding>> prometheus(String service, Path configuration, List<Path> rules) {
                asked.add(service + " " + configuration + " " + rules);
                return Optional.of(List.of(finding("from promtool")));
            }
        };
        ExternalCheckers all = ExternalCheckers.firstOf(List.of(new ExternalCheckers() {}, recorder));
        StackCheck.Result result = new StackCheck(new ServerFileReader(), all, NOBODY)
                .check(new ComposeFileReader(Map.of(), folder).read(folder), Set.of());
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "compose " + folder.resolve("docker-compose.yml"),
                        "prometheus " + folder.resolve("prometheus/prometheus.yml") + " ["
                                + folder.resolve("prometheus/a.rules") + "]");
        assertThat(result.findings()).extracting(Finding::message).contains("from compose", "from promtool");
    }

    private static Finding finding(String message) {
        return new Finding(Severity.ERROR, "", new Problem("x", 1, 1, message), "");
    }

    private static StackCheck.Result check(Path stack) {
        return new StackCheck(new ServerFileReader(), new ExternalCheckers() {}, NOBODY)
                .check(new ComposeFileReader(Map.of(), stack).read(stack), Set.of());
    }

    private static List<String> lines(StackCheck.Result result) {
        return result.findings().stream()
                .map(finding -> finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + Path.of(finding.file()).getFileName() + " " + finding.about() + " " + finding.message())
                .toList();
    }

    private void edit(String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        Files.writeString(path, text.substring(0, at) + after + text.substring(at + before.length()));
    }
}
