package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.labels.Labels;
import dev.monsh.testing.FakeTailscale;
import dev.monsh.testing.gateway.LabUsers;
import dev.monsh.testing.gateway.WatchedBox;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A box that can be brought in: a real sshd, nginx, Prometheus and process-exporter, a Loki and a Grafana that stand in.
 */
abstract class OnboardCase extends GatewayConsoleCase {

    static final String TOKEN = "glsa_onboard";

    WatchedBox watched;
    StandInGrafana grafana;
    Path config;

    @BeforeAll
    void startBox() throws IOException {
        watched = WatchedBox.start(Files.createDirectories(lab.root().resolve("watched")));
        watched.awaitRate();
    }

    @AfterAll
    void stopBox() {
        if (watched != null) {
            watched.close();
        }
    }

    @BeforeEach
    void fresh() throws IOException {
        lab.nginx().force("server { listen " + odk + "; server_name 127.0.0.1; return 200; }\n");
        grafana = StandInGrafana.start().token(TOKEN);
        config = configuration("config.yml", LabUsers.FREE, lab.sshPort());
        Files.writeString(
                config,
                Files.readString(config) + "grafana: {url: \"" + grafana.url() + "\", token_env: GRAFANA_TOKEN}\n");
        peer(true);
        line();
    }

    @AfterEach
    void stopGrafana() {
        grafana.close();
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("GRAFANA_TOKEN", TOKEN);
        return environment;
    }

    void peer(boolean online) {
        FakeTailscale.printing(FakeTailscale.RUNNING
                        .replace("100.64.0.8", watched.address())
                        .replace(
                                "\"Online\":true,\"Active\":true,\"KeyExpiry\":\"2026-12-01T00:00:00Z\"",
                                "\"Online\":" + online + ",\"Active\":true"))
                .in(lab.root().resolve("client"));
    }

    void line() {
        Instant now = Instant.now();
        watched.loki()
                .push(now.getEpochSecond() * 1_000_000_000L, Labels.of(Map.of("service", "checkdoor")), "door 7 open");
    }

    Run onboard(String... more) {
        return call("onboard", more);
    }

    Run call(String verb, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("box", verb, "aibox-2"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    static void assertStates(Run run, List<String> steps, String state) {
        assertThat(steps).allSatisfy(step -> assertThat(run.out()).contains("\n" + step + "\t" + state + "\t"));
    }

    static void onlyFails(Run run, String... steps) {
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.out().lines().filter(line -> line.contains("\tfailed\t")))
                .as("%s", run)
                .extracting(line -> line.substring(0, line.indexOf('\t')))
                .containsExactly(steps);
    }
}
