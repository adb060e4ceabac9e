package dev.monsh.stack.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.stack.Service;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Prometheus is told to reload, and how it is known that it did. */
class PrometheusReloadTest extends ReloadCase {

    @Test
    void prometheusIsToldByItsUrlWhereThatIsSwitchedOn() throws IOException {
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        loaded = "old";
        servers.answer(SERVER + "/-/reload", 200, "");
        servers.onReload(() -> loaded = "new");

        assertThat(reload()).isEqualTo("prometheus: url: up to date with its file");
        assertThat(servers.asked()).containsExactly("POST " + SERVER + "/-/reload");
        assertThat(engine.restarted()).isEmpty();
    }

    @Test
    void prometheusIsSentSighupOtherwiseAndItsMetricsProveTheReload() throws IOException {
        has(Service.PROMETHEUS);
        loaded = "old";
        prometheusMetrics(100, true);
        servers.onReload(() -> pace.after(Duration.ofSeconds(2), () -> {
            prometheusMetrics(200, true);
            loaded = "new";
        }));

        assertThat(reload()).isEqualTo("prometheus: signal: up to date with its file");
        assertThat(servers.asked()).containsExactly("SIGHUP prometheus");
        assertThat(pace.spent()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aFileThatPrometheusRejectsAfterSighupIsNamedWithItsLine() throws IOException {
        has(Service.PROMETHEUS);
        loaded = "old";
        prometheusMetrics(100, true);
        servers.onReload(() -> {
            prometheusMetrics(100, false);
            engine.says(
                    "prometheus",
                    "level=error msg=\"Error reloading config\" err=\"couldn't load configuration"
                            + " (--config.file=\\\"/p.yml\\\"): parsing YAML file /p.yml: yaml: line 7: did not find expected key\"");
        });

        assertThat(failure())
                .isInstanceOf(RejectedException.class)
                .hasMessage(folder.resolve("prometheus.yml")
                        + ":7: prometheus rejects its configuration: did not find expected key; the previously loaded"
                        + " configuration stays active");
    }

    @Test
    void aFailedReloadThatIsNotLoggedIsGivenUpAfterThreeSeconds() throws IOException {
        has(Service.PROMETHEUS);
        loaded = "old";
        prometheusMetrics(100, true);
        servers.onReload(() -> prometheusMetrics(100, false));

        assertThat(failure()).isInstanceOf(RejectedException.class).hasMessageContaining("it gives no reason");
        assertThat(pace.spent()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3200));
    }

    @Test
    void aServerThatDoesNothingOnSighupTimesOut() throws IOException {
        has(Service.PROMETHEUS);
        loaded = "old";
        prometheusMetrics(100, true);

        assertThat(failure())
                .isInstanceOf(TimedOutException.class)
                .hasMessage("prometheus: its metrics do not show a reload (waited 30.0 s)");
        assertThat(pace.spent()).isBetween(TIMEOUT, TIMEOUT.plusMillis(200));
    }

    @Test
    void aServerThatSaysYesAndKeepsTheOldTextTimesOutWithBothTexts() throws IOException {
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        loaded = "old";
        servers.answer(SERVER + "/-/reload", 200, "");

        assertThat(failure())
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("text: old, the file says text: new");
    }

    @ParameterizedTest
    @CsvSource({
        "0, connection refused, UnreachableException, connection refused",
        "403, forbidden by a proxy, RefusedException, 403 forbidden by a proxy",
        "500, 'failed to reload config: yaml: line 3: bad', RejectedException, prometheus rejects its configuration: bad"
    })
    void whatTheReloadUrlAnswersIsTold(int status, String body, String type, String why) throws IOException {
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        loaded = "old";
        servers.answer(SERVER + "/-/reload", status, body);

        MonshException failure = failure();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure).hasMessageContaining(why);
        assertThat(engine.restarted()).isEmpty();
    }

    private void prometheusMetrics(int since, boolean good) {
        servers.answer(
                METRICS,
                200,
                "prometheus_config_last_reload_success_timestamp_seconds " + since
                        + "\nprometheus_config_last_reload_successful " + (good ? 1 : 0) + "\n");
    }
}
