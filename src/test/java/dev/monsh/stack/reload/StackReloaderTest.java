package dev.monsh.stack.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How each kind of service is made to load its configuration again. */
class StackReloaderTest extends ReloadCase {

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
}
