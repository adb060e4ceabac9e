package dev.monsh.adapter.yaml.promtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.logs.target.LogConfiguration;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.logs.target.PromtailConfig;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.mount.Mount;
import dev.monsh.mount.MountSources;
import dev.monsh.testing.ManualStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlLogConfigurationTest {

    private static final String PROMTAIL = ManualStack.promtail("/srv/logs");
    private static final String COMPOSE = ManualStack.compose("/srv/logs");

    private final LogConfiguration configuration =
            new YamlLogConfiguration(new MountSources(Path.of("/stack"), Path.of("/home/me")));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private PromtailConfig promtail(String text) {
        return configuration.promtail("promtail.yml", bytes(text));
    }

    private PromtailService service(String compose) {
        return configuration.compose("docker-compose.yml", bytes(compose)).orElseThrow();
    }

    @Test
    void readsTheTargetsOfTheManual() {
        PromtailConfig config = promtail(PROMTAIL);

        assertThat(config.jobs()).containsExactly("ppl_detection", "checkdoor");
        assertThat(config.services()).containsExactly("ppl_detection_double_check", "checkdoor_ai_agent_stream05");
        assertThat(config.targets())
                .extracting(LogTarget::path)
                .containsExactly(
                        "/srv/logs/ppl_detection_double_check.log", "/srv/logs/checkdoor_ai_agent_stream05.log");
        assertThat(config.targets()).extracting(target -> target.place().line()).containsExactly(11, 19);
    }

    @Test
    void passesOverJobsWithoutStaticTargets() {
        PromtailConfig config = promtail("""
                scrape_configs:
                  - job_name: journal
                    journal: {max_age: 12h}
                """);

        assertThat(config.jobs()).containsExactly("journal");
        assertThat(config.targets()).isEmpty();
        assertThat(promtail("").targets()).isEmpty();
    }

    @Test
    void tellsWhereAListIsNone() {
        assertThatThrownBy(() -> promtail("scrape_configs: 3\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("promtail.yml:1:17: 'scrape_configs' must be a list");
    }

    @Test
    void addsATargetInTheShapeOfTheManual() {
        byte[] after = configuration.addTarget(
                "promtail.yml", bytes(PROMTAIL), new LogConfiguration.NewTarget("cam", "cam", "/srv/logs/cam.log"));

        assertThat(text(after)).isEqualTo(PROMTAIL + """


            - job_name: cam
              static_configs:
              - targets:
                - localhost
                labels:
                  service: cam
                  __path__: /srv/logs/cam.log""");
    }

    @Test
    void removesTheWholeJobWithItsOnlyTarget() {
        PromtailConfig config = promtail(PROMTAIL);

        byte[] after =
                configuration.removeTargets("promtail.yml", bytes(PROMTAIL), config.of("ppl_detection_double_check"));

        assertThat(promtail(text(after)).jobs()).containsExactly("checkdoor");
        assertThat(text(after)).contains("clients:").doesNotContain("ppl_detection");
    }

    @Test
    void removesOneTargetOfSeveralInAJob() {
        String file = """
                scrape_configs:
                  - job_name: all
                    static_configs:
                      - labels: {service: a, __path__: /a.log}
                      - labels: {service: b, __path__: /b.log}
                      - labels: {service: a, __path__: /c.log}
                """;

        byte[] after = configuration.removeTargets(
                "promtail.yml", bytes(file), promtail(file).of("a"));

        assertThat(text(after)).isEqualTo("""
                scrape_configs:
                  - job_name: all
                    static_configs:
                      - labels: {service: b, __path__: /b.log}
                """);
    }

    @Test
    void findsPromtailByItsNameOrItsImage() {
        assertThat(service(COMPOSE).name()).isEqualTo("promtail");
        assertThat(service("services:\n  shipper: {image: 'grafana/promtail:2.9'}\n")
                        .name())
                .isEqualTo("shipper");
        assertThat(configuration.compose("c.yml", bytes("services: {loki: {image: grafana/loki}}")))
                .isEmpty();
    }

    @Test
    void readsVolumesInAllTheirForms() {
        List<Mount> mounts = service("""
                services:
                  promtail:
                    volumes:
                      - ./promtail:/etc/promtail
                      - "${LOGS:-/var/log/app}:/logs:ro"
                      - positions:/positions
                      - /scratch
                      - type: bind
                        source: /srv/logs
                        target: /srv/logs
                      - {type: volume, source: data, target: /data}
                """).mounts();

        assertThat(mounts)
                .containsExactly(
                        new Mount(true, "/stack/promtail", "/etc/promtail", false),
                        new Mount(true, "", "/logs", true),
                        new Mount(false, "positions", "/positions", false),
                        new Mount(true, "/srv/logs", "/srv/logs", false),
                        new Mount(false, "data", "/data", false));
    }

    @Test
    void seesMergedVolumesAndLeavesThemWhereTheyStand() {
        String file = """
                x-logs: &logs
                  volumes: ["/srv/logs:/logs"]
                services:
                  promtail: {<<: *logs, image: grafana/promtail}
                """;

        assertThat(service(file).mounts()).containsExactly(new Mount(true, "/srv/logs", "/logs", false));
        assertThat(text(configuration.removeVolumes(
                        service(file), bytes(file), service(file).mounts())))
                .isEqualTo(file);
    }

    @Test
    void addsAVolumeBehindTheOthersAndTakesItAwayAgain() {
        byte[] after = configuration.addVolume(service(COMPOSE), bytes(COMPOSE), "/var/log/x:/var/log/x");

        assertThat(text(after))
                .isEqualTo(COMPOSE.replace("# Update this\n", "# Update this\n      - /var/log/x:/var/log/x\n"));
        PromtailService edited = service(text(after));
        assertThat(text(configuration.removeVolumes(
                        edited, after, List.of(edited.mounts().getLast()))))
                .isEqualTo(COMPOSE);
    }

    @Test
    void givesAServiceItsFirstVolume() {
        String file = "services:\n  promtail:\n    image: grafana/promtail\n";

        assertThat(text(configuration.addVolume(service(file), bytes(file), "/a:/a")))
                .isEqualTo(file + "    volumes:\n      - /a:/a\n");
    }

    @Test
    void refusesAServiceWhoseVolumesAreMergedIn() {
        String file = "x: &x {volumes: [/a:/a]}\nservices:\n  promtail:\n    <<: *x\n";

        assertThatThrownBy(() -> configuration.addVolume(service(file), bytes(file), "/b:/b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("docker-compose.yml:4:5: ");
    }
}
