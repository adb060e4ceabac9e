package dev.monsh.stack.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ConfigurationCheck;
import dev.monsh.stack.drift.ConfigurationComparison;
import dev.monsh.stack.drift.ConfigurationDifference;
import dev.monsh.stack.drift.ConfigurationSource;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.drift.ServiceDefinition;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.stack.FakeEngine;
import dev.monsh.testing.stack.FakeServers;
import dev.monsh.testing.stack.VirtualPace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reload of each server, with an engine and servers that are stand-ins and time that passes at once. */
class StackReloaderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String SERVER = "http://127.0.0.1:9";
    private static final String METRICS = SERVER + "/metrics";

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final FakeServers servers = new FakeServers();
    private final VirtualPace pace = new VirtualPace();
    private final List<ObservedService> observed = new ArrayList<>();
    private final List<StackService> services = new ArrayList<>();
    private Optional<MonshException> judgement = Optional.empty();
    private String loaded = "new";

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

    @Test
    void lokiIsCheckedAndRestarted() throws IOException {
        has(Service.LOKI);
        loaded = "old";
        engine.onRestart(() -> loaded = "new");

        assertThat(reload()).isEqualTo("loki: restart: up to date with its file");
        assertThat(servers.asked()).containsExactly("check loki");
        assertThat(engine.restarted()).containsExactly("loki");
    }

    @Test
    void aLokiWhoseFileIsBadGoesOnWithTheOldOne() throws IOException {
        has(Service.LOKI);
        loaded = "old";
        servers.reject(new RejectedException("loki.yml:3", "field x not found"));

        assertThat(failure()).hasMessage("loki.yml:3: field x not found");
        assertThat(engine.restarted()).isEmpty();
    }

    @Test
    void aLokiThatIsUpToDateIsLeftAlone() throws IOException {
        has(Service.LOKI);

        assertThat(reload()).isEqualTo("loki: unchanged: up to date with its file");
        assertThat(engine.restarted()).isEmpty();
        assertThat(servers.asked()).isEmpty();
    }

    @Test
    void aProcessExporterWhoseFileIsBadIsNotRestarted() throws IOException {
        has(Service.PROCESS_EXPORTER);
        Files.setLastModifiedTime(
                folder.resolve("process-exporter.yml"),
                java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(7200)));
        judgement = Optional.of(new RejectedException("process-exporter.yml:2", "no rule"));

        assertThat(failure()).hasMessage("process-exporter.yml:2: no rule");
        assertThat(engine.restarted()).isEmpty();
    }

    @Test
    void aPromtailThatDoesNotKnowOfReloadsIsRestarted() throws IOException {
        has(Service.PROMTAIL, "-server.enable-runtime-reload");
        loaded = "old";
        engine.onRestart(() -> loaded = "new");

        assertThat(reload()).isEqualTo("promtail: restart: up to date with its file");
        assertThat(servers.asked()).containsExactly("check promtail");
    }

    @Test
    void aPromtailThatKnowsOfReloadsIsToldByItsUrlAfterACheck() throws IOException {
        has(Service.PROMTAIL, "-server.enable-runtime-reload");
        loaded = "old";
        servers.answer(METRICS, 200, "promtail_config_reload_success_total 1\npromtail_config_reload_fail_total 0\n");
        servers.answer(SERVER + "/reload", 200, "");
        servers.onReload(() -> loaded = "new");

        assertThat(reload()).isEqualTo("promtail: url: up to date with its file");
        assertThat(servers.asked()).containsExactly("check promtail", "POST " + SERVER + "/reload");
    }

    @Test
    void aFileThatWasReplacedUnderItsMountNeedsARestart() throws IOException {
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        ObservedService now = observed.removeLast();
        observed.add(with(now, true));
        engine.onRestart(() -> {
            observed.clear();
            observed.add(now);
        });

        assertThat(reload()).isEqualTo("prometheus: restart: up to date with its file");
        assertThat(engine.restarted()).containsExactly("prometheus");
    }

    @Test
    void aServiceThatDoesNotRunFailsAndTheOthersGoOn() throws IOException {
        has(Service.LOKI);
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        observed.set(0, crashed(observed.getFirst()));
        servers.answer(SERVER + "/-/reload", 200, "");

        List<Reload> reloads = reloads(new ReloadRequest(List.of(), false, false, TIMEOUT));
        assertThat(reloads.getFirst().failure().orElseThrow())
                .isInstanceOf(UnreachableException.class)
                .hasMessage("loki: is not running");
        assertThat(reloads.getLast().failure()).isEmpty();
    }

    @Test
    void aDryRunShowsTheWayAndDoesNothing() throws IOException {
        has(Service.LOKI);
        loaded = "old";

        List<Reload> reloads = reloads(new ReloadRequest(List.of("loki"), false, true, TIMEOUT));
        assertThat(words(reloads.getFirst())).isEqualTo("loki: restart: would be done");
        assertThat(engine.restarted()).isEmpty();
        assertThat(servers.asked()).isEmpty();
    }

    @Test
    void aServiceWhoseConfigurationIsUnknownIsAMistakeOfTheCall() {
        services.add(
                new StackService("grafana", Optional.empty(), "i", List.of(), List.of(), List.of(), Map.of(), false));

        assertThatThrownBy(() -> reloads(new ReloadRequest(List.of("grafana"), false, false, TIMEOUT)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is not a server that monsh can reload");
    }

    @Test
    void aRefusalIsOfAKindOfItsOwn() throws IOException {
        has(Service.PROMETHEUS, "--web.enable-lifecycle");
        loaded = "old";
        servers.answer(SERVER + "/-/reload", 401, "");

        assertThat(failure()).isInstanceOf(RefusedException.class).hasMessage(SERVER + "/-/reload: 401");
    }

    private void prometheusMetrics(int since, boolean good) {
        servers.answer(
                METRICS,
                200,
                "prometheus_config_last_reload_success_timestamp_seconds " + since
                        + "\nprometheus_config_last_reload_successful " + (good ? 1 : 0) + "\n");
    }

    /** Adds a server that runs, with a file that was written before its start and holds {@code new}. */
    private void has(Service kind, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve(kind.label() + ".yml"), "new");
        services.add(StackService.plain(kind, file, kind.usualPort()));
        ServiceDefinition definition =
                new ServiceDefinition("", Optional.of(List.of(words)), Set.of(), Set.of(), Map.of(), "", Set.of());
        observed.add(new ObservedService(
                kind.label(),
                Optional.of(kind),
                Optional.of(definition),
                Optional.of(new ObservedService.Running(
                        kind.label(),
                        ServiceState.RUNNING,
                        Optional.empty(),
                        Optional.of(Instant.now().plusSeconds(3600)),
                        "",
                        definition)),
                ObservedService.Verdict.SAME,
                "",
                Optional.of(new ObservedConfiguration(
                        file,
                        file.toString(),
                        Optional.of(URI.create(SERVER)),
                        false,
                        false,
                        UnaryOperator.identity()))));
    }

    private static ObservedService with(ObservedService service, boolean replaced) {
        ObservedConfiguration old = service.configuration().orElseThrow();
        return new ObservedService(
                service.name(),
                service.kind(),
                service.declared(),
                service.running(),
                service.verdict(),
                "",
                Optional.of(new ObservedConfiguration(
                        old.file(), old.inside(), old.server(), replaced, false, UnaryOperator.identity())));
    }

    private static ObservedService crashed(ObservedService service) {
        ObservedService.Running running = service.running().orElseThrow();
        return new ObservedService(
                service.name(),
                service.kind(),
                service.declared(),
                Optional.of(new ObservedService.Running(
                        running.name(),
                        ServiceState.EXITED,
                        Optional.of(1),
                        running.since(),
                        "",
                        running.definition())),
                service.verdict(),
                "",
                service.configuration());
    }

    private String reload() {
        return words(
                reloads(new ReloadRequest(List.of(), false, false, TIMEOUT)).getFirst());
    }

    private static String words(Reload reload) {
        return reload.service() + ": " + reload.way().word() + ": " + reload.result();
    }

    private MonshException failure() {
        return reloads(new ReloadRequest(List.of(), false, false, TIMEOUT))
                .getFirst()
                .failure()
                .orElseThrow();
    }

    private List<Reload> reloads(ReloadRequest request) {
        ConfigurationSource source = (kind, server, timeout) -> new ConfigurationSource.Answer.Loaded(loaded);
        ConfigurationComparison comparison = texts -> texts.declared().equals(texts.running())
                ? List.of()
                : List.of(new ConfigurationDifference("text", texts.running(), texts.declared()));
        ReloadTools tools = new ReloadTools(
                engine,
                stack -> List.copyOf(observed),
                servers,
                servers,
                servers,
                new ConfigurationCheck(source, comparison, TIMEOUT),
                file -> judgement.ifPresent(failure -> {
                    throw failure;
                }),
                pace);
        Stack stack = new Stack(folder, Optional.empty(), services);
        return new StackReloader(tools).reload(stack, request, ProgressListener.silent());
    }
}
