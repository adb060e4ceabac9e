package dev.monsh.adapter.yaml.promtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.logs.files.PromtailTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromtailConfigReaderTest {

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

    private static List<PromtailTarget> read(String text) {
        return new PromtailConfigReader().read("promtail.yml", text);
    }

    private static List<String> faults(String text) {
        try {
            return List.of("read " + read(text));
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
                .extracting(PromtailTarget::pathGlob, target -> target.labels().get("service"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "/path/to/your/logs/ppl_detection_double_check.log", "ppl_detection_double_check"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/path/to/your/logs/checkdoor_ai_agent_stream05.log", "checkdoor_ai_agent_stream05"));
    }

    @Test
    void labelsThatBeginWithTwoUnderscoresReachNoLine() {
        assertThat(read(job("")).getFirst().labelsOf("/x.log").asMap())
                .isEqualTo(Map.of("service", "x", "service_name", "x", "filename", "/x.log"));
    }

    @Test
    void theClientsLabelsAreOnEveryLineAndAJobsOwnGoBeforeThem() {
        String text = "clients: [{url: u, external_labels: {box: odk04, service: none}}]\n" + job("");

        assertThat(read(text).getFirst().labels()).containsEntry("box", "odk04").containsEntry("service", "x");
    }

    @Test
    void clientsThatDisagreeAreRefused() {
        assertThat(faults("clients:\n- url: u\n- url: v\n  external_labels: {box: b}\n" + job("")))
                .containsExactly("promtail.yml:4:3: external_labels: another client has others, so the files alone do"
                        + " not tell what Loki has");
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
                          pipeline_stages: [{cri: {}}]
                          static_configs:
                          - labels: {service: [x], __path__: "/var/${HOSTNAME}.log"}
                          - text
                        - static_configs: {a: b}
                        """))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("promtail.yml:3:3: pipeline_stages: "),
                        second -> assertThat(second).isEqualTo("promtail.yml:5:23: a text was expected"),
                        third -> assertThat(third).startsWith("promtail.yml:5:38: ${…} is replaced by Promtail"),
                        fourth -> assertThat(fourth).isEqualTo("promtail.yml:6:5: a mapping was expected"),
                        fifth -> assertThat(fifth).isEqualTo("promtail.yml:7:19: a list was expected"));
    }

    @Test
    void aTargetWithoutAPathIsNoFileToPromtailEither() {
        assertThat(read("scrape_configs: [{static_configs: [{labels: {service: x}}]}]"))
                .isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void excludedFilesAreLeftOut() {
        PromtailTarget target = read("""
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
                .startsWith("promtail.yml:2:1: a tab");
        assertThatThrownBy(() -> new PromtailConfigReader().read(Path.of("/nowhere/promtail.yml")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("/nowhere/promtail.yml");
    }
}
