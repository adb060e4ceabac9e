package dev.monsh.adapter.yaml.promtail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.labels.Labels;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.logs.target.PromtailConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromtailReaderTest {

    private static final String MANUAL = """
            server: {http_listen_port: 9080}
            clients:
              - url: http://loki:3100/loki/api/v1/push
            scrape_configs:
            - job_name: ppl_detection
              static_configs:
              - targets:
                  - localhost
                labels:
                  service: ppl_detection_double_check
                  __path__: /path/to/your/logs/ppl_detection_double_check.log

            - job_name: checkdoor
              static_configs:
              - targets:
                  - localhost
                labels:
                  service: checkdoor_ai_agent_stream05
                  __path__: /path/to/your/logs/checkdoor_ai_agent_stream05.log
            """;

    private static PromtailConfig config(String text) {
        return PromtailReader.read("promtail.yml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<LogTarget> read(String text) {
        return config(text).targets();
    }

    private static List<String> faults(String text) {
        try {
            return config(text).beyondFiles().stream().map(Problem::toString).toList();
        } catch (ConfigurationException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** Returns a file with these lines in its one job; the first is line 3. */
    private static String job(String lines) {
        return "scrape_configs:\n- job_name: a\n" + lines.indent(2)
                + "  static_configs: [{targets: [localhost], labels: {service: x, __path__: /x.log}}]\n";
    }

    @Test
    void theManualsFileNamesItsTwoFilesWithTheirServices() {
        assertThat(read(MANUAL))
                .extracting(LogTarget::path, target -> target.labels().get("service"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "/path/to/your/logs/ppl_detection_double_check.log", "ppl_detection_double_check"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/path/to/your/logs/checkdoor_ai_agent_stream05.log", "checkdoor_ai_agent_stream05"));
    }

    @Test
    void labelsThatBeginWithTwoUnderscoresReachNoLine() {
        assertThat(read(job("")).getFirst().labelsOf("/x.log").values())
                .isEqualTo(Map.of("service", "x", "service_name", "x", "filename", "/x.log"));
    }

    @Test
    void theClientsLabelsAreOnEveryLineAndAJobsOwnGoBeforeThem() {
        String text = "clients: [{url: u, external_labels: {box: odk04, service: none}}]\n" + job("");

        assertThat(read(text).getFirst().labels().values())
                .containsEntry("box", "odk04")
                .containsEntry("service", "x");
    }

    @Test
    void clientsThatDisagreeAreRefused() {
        assertThat(faults("clients:\n- url: u\n- url: v\n  external_labels: {box: b}\n" + job("")))
                .containsExactly("promtail.yml:4:3: external_labels: another client has others, so the files do"
                        + " not show what Loki has");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline_stages: [{docker: {}}]",
                "relabel_configs: [{action: drop}]",
                "journal: {max_age: 12h}",
                "syslog: {listen_address: a}",
                "docker_sd_configs: [{host: h}]",
                "file_sd_configs: [{files: [f]}]",
                "decompression: {enabled: true}",
                "encoding: UTF-16"
            })
    void whatTheFilesAloneDoNotTellIsRefusedByItsName(String line) {
        String key = line.substring(0, line.indexOf(':'));

        assertThat(faults(job(line))).singleElement().asString().startsWith("promtail.yml:3:3: " + key + ": ");
    }

    @Test
    void emptyStagesAndUtf8ChangeNothing() {
        assertThat(read(job("pipeline_stages: []\nrelabel_configs:\nencoding: utf-8")))
                .hasSize(1);
    }

    @Test
    void allFaultsComeTogetherEachWithItsPlace() {
        assertThat(faults("""
                        scrape_configs:
                        - job_name: a
                          static_configs:
                          - labels: {service: [x], __path__: "/var/x.log"}
                          - text
                        - static_configs: {a: b}
                        """))
                .containsExactly(
                        "promtail.yml:4:23: the value of a label must be text",
                        "promtail.yml:5:5: a static target must be a mapping of keys to values",
                        "promtail.yml:6:19: 'static_configs' must be a list");
    }

    @Test
    void variablesAreLeftToPromtail() {
        String text = """
                scrape_configs:
                - static_configs:
                  - labels: {service: a, host: "${HOSTNAME}", __path__: "${LOGDIR:-./logs}/a.log"}
                """;

        assertThat(faults(text))
                .containsExactly(
                        "promtail.yml:3:32: Promtail expands ${…} with -config.expand-env, so the files do not"
                                + " show what Loki has",
                        "promtail.yml:3:57: Promtail expands ${…} with -config.expand-env, so the files do not"
                                + " show what Loki has");
        assertThat(read(text).getFirst().pathRewrittenBy()).hasValue("${…} with -config.expand-env");
        assertThat(read(text).getFirst().rewrittenBy("service")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relabel_configs: [{target_label: __path__, source_labels: [job]}]|path",
                "relabel_configs: [{target_label: __path_exclude__}]|path",
                "relabel_configs: [{target_label: service, action: Lowercase}]|service",
                "relabel_configs: [{target_label: host}]|none",
                "relabel_configs: [{action: labelmap, regex: '__meta_(.+)'}]|both",
                "relabel_configs: [{action: labeldrop, regex: service}]|both",
                "relabel_configs: [{action: drop, source_labels: [a], regex: b}]|both",
                "relabel_configs: [{target_label: '${1}', regex: '(.*)'}]|both",
                "relabel_configs: []|none",
                "pipeline_stages: [{regex: {expression: x}}, {labels: {service: }}]|service",
                "pipeline_stages: [{match: {selector: s, stages: [{static_labels: {service: x}}]}}]|service",
                "pipeline_stages: [{labels: {level: service}}]|service",
                "pipeline_stages: [{docker: {}}]|none"
            })
    void whatRelabellingMayChangeIsKnown(String line, String changed) {
        LogTarget target = read(job(line)).getFirst();

        assertThat(target.pathRewrittenBy().isPresent())
                .isEqualTo(List.of("path", "both").contains(changed));
        assertThat(target.rewrittenBy("service").isPresent())
                .isEqualTo(List.of("service", "both").contains(changed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{service: a, __path__: /a.log, <<: &common {env: prod}}",
                "{<<: {env: prod, service: b}, service: a, __path__: /a.log}",
                "{<<: [{env: prod}, {env: dev, service: a, __path__: /a.log}]}",
                "{<<: {<<: {env: prod}, service: a}, __path__: /a.log}",
                "{service: a, __path__: /a.log, env: dev, <<: {env: prod}}",
                "{\"service\":\"a\",\"__path__\":\"/a.log\",\"env\":\"prod\"}"
            })
    void mergeKeysAreReadAsYamlV2SetsThem(String labels) {
        assertThat(read("scrape_configs:\n- static_configs:\n  - labels: " + labels + "\n")
                        .getFirst()
                        .labels())
                .isEqualTo(Labels.of(Map.of("service", "a", "__path__", "/a.log", "env", "prod")));
    }

    @Test
    void aMergedMappingAndASecondDocumentAreTaken() {
        String text = """
                scrape_configs:
                  - job_name: a
                    static_configs:
                      - labels:
                          service: a
                          __path__: ./logs/a.log
                          <<: &common
                            env: prod
                      - labels:
                          service: b
                          __path__: ./logs/b.log
                          <<: *common
                ---
                anything: [
                """;

        assertThat(read(text)).extracting(LogTarget::service).containsExactly("a", "b");
        assertThat(read(text)).allMatch(target -> target.labels().get("env").equals("prod"));
    }

    @Test
    void aTargetWithoutAPathIsNoFileToPromtailEither() {
        assertThat(read("scrape_configs: [{static_configs: [{labels: {service: x}}]}]"))
                .noneMatch(LogTarget::hasPath);
        assertThat(read("")).isEmpty();
    }

    @Test
    void excludedFilesAreLeftOut() {
        LogTarget target = read("""
                        scrape_configs:
                        - static_configs:
                          - labels: {__path__: /l/*.log, __path_exclude__: /l/debug*.log}
                        """).getFirst();

        assertThat(target.excludes(Path.of("/l/debug1.log"))).isTrue();
        assertThat(target.excludes(Path.of("/l/app.log"))).isFalse();
    }

    @Test
    void whatIsNoYamlIsSaidWithItsPlace() {
        assertThat(faults("scrape_configs:\n\t- a\n"))
                .singleElement()
                .asString()
                .startsWith("promtail.yml:2:1: tabs are");
    }
}
