package dev.monsh.adapter.yaml.loaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.RejectedException;
import dev.monsh.stack.Service;
import dev.monsh.stack.drift.ConfigurationComparison.Texts;
import dev.monsh.stack.drift.ConfigurationDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedConfigurationComparisonTest {

    private static List<ConfigurationDifference> compare(Service kind, String declared, String running) {
        return new LoadedConfigurationComparison()
                .compare(new Texts(kind, "/stack/file.yml", declared, running, "/etc/server", true));
    }

    private static ConfigurationDifference difference(String path, String running, String declared) {
        return new ConfigurationDifference(path, running, declared);
    }

    @Test
    void lokisDefaultsAreNoDrift() {
        String file = """
                limits_config: {ingestion_rate_mb: 15, retention_period: 30d}
                schema_config: {configs: [{from: 2020-10-24, index: {period: 24h}}]}
                """;
        String all = """
                target: all
                limits_config:
                  ingestion_rate_mb: 15
                  ingestion_burst_size_mb: 6
                  retention_period: 30d
                schema_config:
                  configs:
                    - from: "2020-10-24"
                      index: {prefix: "", period: 24h0m0s}
                      row_shards: 16
                """;
        assertThat(compare(Service.LOKI, file, all)).isEmpty();
        assertThat(compare(Service.LOKI, file.replace("30d", "31d"), all))
                .containsExactly(difference("limits_config.retention_period", "30d", "31d"));
        assertThat(compare(Service.LOKI, file + "ruler: {alertmanager_url: x}\n", all))
                .containsExactly(difference("ruler", "(nothing)", "{alertmanager_url: x}"));
    }

    @Test
    void targetsThatCameAndWentAreNamedByTheirJob() {
        String one = "scrape_configs: [{job_name: a, static_configs: [{labels: {service: x}}]}]";
        String two = "scrape_configs: [{job_name: a, static_configs: [{labels: {service: x, old: y}}]}, {job_name: b}]";
        assertThat(compare(Service.PROMTAIL, one, two))
                .containsExactly(
                        difference("scrape_configs[a].static_configs[0].labels.old", "y", "(nothing)"),
                        difference("scrape_configs[b]", "{job_name: b}", "(nothing)"));
        assertThat(compare(Service.PROMTAIL, two, one))
                .containsExactly(
                        difference("scrape_configs[a].static_configs[0].labels.old", "(nothing)", "y"),
                        difference("scrape_configs[b]", "(nothing)", "{job_name: b}"));
    }

    @Test
    void variablesOfTheEnvironmentAreTakenForWhatTheyBecame() {
        assertThat(compare(Service.PROMTAIL, "clients: [{url: '${LOKI}'}]", "clients: [{url: 'http://loki'}]"))
                .as("entries are told apart by their url, so the list is no help here")
                .isNotEmpty();
        assertThat(compare(Service.LOKI, "common: {path_prefix: '${DATA}'}", "common: {path_prefix: /loki}"))
                .isEmpty();
        assertThat(new LoadedConfigurationComparison()
                        .compare(new Texts(Service.LOKI, "f", "a: '${B}'", "a: c", "", false)))
                .hasSize(1);
    }

    @Test
    void secretsAreNotShown() {
        String file = "clients: [{url: 'http://u:pw@loki', basic_auth: {username: u, password: pw}}]";
        assertThat(compare(Service.PROMTAIL, file, "clients: []").toString())
                .doesNotContain("pw")
                .contains("(hidden)");
        assertThat(compare(Service.PROMTAIL, "a: {password: pw}", "a: {password: px}"))
                .containsExactly(difference("a.password", "(hidden)", "(hidden)"));
    }

    @Test
    void settingsOfANewerPrometheusAreTakenForDefaults() {
        assertThat(
                        compare(
                                Service.PROMETHEUS,
                                "global: {scrape_interval: 15s}\n",
                                "global: {scrape_interval: 15s, scrape_protocols: [a, b]}\nruntime: {gogc: 75}\notlp: {x: y}\n"))
                .isEmpty();
    }

    @Test
    void anEmptyFileMatchesDefaultsAlone() {
        String defaults = "global: {scrape_interval: 1m, scrape_timeout: 10s, evaluation_interval: 1m}\n";
        assertThat(compare(Service.PROMETHEUS, "", defaults)).isEmpty();
        assertThat(compare(Service.PROMETHEUS, "# nothing\n", defaults + "scrape_configs: [{job_name: a}]"))
                .containsExactly(difference("scrape_configs", "[{job_name: a}]", "(nothing)"));
    }

    @Test
    void anchorsAndMergesAreFollowed() {
        String file = "x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n";
        assertThat(compare(Service.LOKI, file, "x: {a: 1, b: 2}\ny: {a: 1, b: 3}"))
                .isEmpty();
        assertThat(compare(Service.LOKI, file, "x: {a: 1, b: 2}\ny: {a: 2, b: 3}"))
                .containsExactly(difference("y.a", "2", "1"));
    }

    @Test
    void nestedAliasesDoNotFillTheMemory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThatThrownBy(() -> compare(Service.LOKI, bomb.toString(), "a: b"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("aliases");
    }

    @Test
    void textsThatAreNoYamlAreToldApart() {
        assertThatThrownBy(() -> compare(Service.LOKI, "a: [", "a: b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("/stack/file.yml:");
        assertThatThrownBy(() -> compare(Service.LOKI, "a: b", "<html>: ["))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("loki: ");
        assertThatThrownBy(() -> compare(Service.LOKI, "a: b", "Bad Gateway")).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> compare(Service.LOKI, "- a", "a: b")).isInstanceOf(ConfigurationException.class);
    }
}
