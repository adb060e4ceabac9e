package dev.monsh.stack.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.mount.Mount;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ObservedConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The texts are those of Prometheus 2.42. */
class ReloadFaultTest {

    private static final StackService SERVICE = new StackService(
            "prometheus",
            Optional.of(Service.PROMETHEUS),
            "prom/prometheus",
            List.of("--config.file=/etc/prometheus/prometheus.yml"),
            List.of(),
            List.of(new Mount(true, "/stack/prometheus", "/etc/prometheus", false)),
            Map.of(),
            false);
    private static final ObservedConfiguration FILE = new ObservedConfiguration(
            Path.of("/stack/prometheus/prometheus.yml"),
            "/etc/prometheus/prometheus.yml",
            Optional.empty(),
            false,
            false,
            UnaryOperator.identity());

    private static String told(String said) {
        return ReloadFault.of(FILE, SERVICE, said).getMessage();
    }

    @Test
    void aFaultOfYamlHasItsLine() {
        assertThat(told(
                        "failed to reload config: couldn't load configuration (--config.file=\"good.yml\"): parsing YAML file"
                                + " good.yml: yaml: line 2: did not find expected node content\n"))
                .isEqualTo(
                        "/stack/prometheus/prometheus.yml:2: prometheus rejects its configuration: did not find expected"
                                + " node content; the previously loaded configuration stays active");
    }

    @Test
    void aFaultWithoutALineHasItsFile() {
        assertThat(told(
                        "couldn't load configuration (--config.file=\"p.yml\"): parsing YAML file p.yml: found multiple scrape"
                                + " configs with job name \"a\""))
                .isEqualTo(
                        "/stack/prometheus/prometheus.yml: prometheus rejects its configuration: found multiple scrape"
                                + " configs with job name \"a\"; the previously loaded configuration stays active");
    }

    @Test
    void aLineOfTheLogIsReadWithItsEscapes() {
        String line = "ts=2026-11-22T21:21:40.924Z caller=main.go:932 level=error msg=\"Error reloading config\""
                + " err=\"couldn't load configuration (--config.file=\\\"p.yml\\\"): parsing YAML file p.yml: yaml: unmarshal"
                + " errors:\\n  line 3: field nope not found in type config.plain\"";
        assertThat(ReloadFault.among(List.of("level=info msg=ready", line))).containsExactly(line);
        assertThat(ReloadFault.isLast(line)).isTrue();
        assertThat(told(ReloadFault.error(line)))
                .startsWith("/stack/prometheus/prometheus.yml:3: prometheus rejects its configuration: field nope");
    }

    @Test
    void aFaultOfRulesIsTakenFromTheLogWithItsPlaceOnThisMachine() {
        String answer = "failed to reload config: one or more errors occurred while applying the new configuration"
                + " (--config.file=\"/etc/prometheus/prometheus.yml\")";
        String line = "level=error component=\"rule manager\" msg=\"loading groups failed\""
                + " err=\"/etc/prometheus/rules/a.yml: 5:15: group \\\"a\\\", rule 1, \\\"b\\\": could not parse expression\"";
        String chosen = ReloadFault.chosen(answer, List.of(line));
        assertThat(told(chosen))
                .startsWith("/stack/prometheus/rules/a.yml:5:15: prometheus rejects its rules: group \"a\", rule 1")
                .endsWith("the previously loaded rules stay active");
        assertThat(told(ReloadFault.chosen(answer, List.of()))).endsWith("part of it may have been applied");
    }
}
