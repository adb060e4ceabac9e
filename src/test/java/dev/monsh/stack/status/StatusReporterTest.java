package dev.monsh.stack.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.testing.stack.FakeEngine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is joined of an engine, the kernel and the servers, each of them a stand-in. */
class StatusReporterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:40:00Z");
    private static final Stack STACK = new Stack(
            Path.of("/s"),
            Optional.empty(),
            List.of(
                    StackService.plain(Service.PROMETHEUS, Path.of("/s/p.yml"), 9090),
                    StackService.plain(Service.LOKI, Path.of("/s/l.yml"), 3100),
                    StackService.plain(Service.PROMTAIL, Path.of("/s/t.yml"), 9080),
                    StackService.plain(Service.PROCESS_EXPORTER, Path.of("/s/e.yml"), 9256)));

    private final FakeEngine engine = new FakeEngine();
    private final Insight insight = new Insight();

    @Test
    void aServerThatIsReadyTellsItsVersionAndWhatItWatches() throws InterruptedException {
        engine.has(running(Service.PROMETHEUS, true))
                .has(running(Service.LOKI, true))
                .has(running(Service.PROCESS_EXPORTER, true));
        insight.scrapes = Optional.of(List.of(
                new StackInsight.Scrape("127.0.0.1", 3100, "up"), new StackInsight.Scrape("127.0.0.1", 9256, "down")));

        List<ServiceReport> reports = report();
        assertThat(reports)
                .extracting(ServiceReport::version)
                .containsExactly(Optional.of("prometheus 1"), Optional.of("loki 1"), Optional.of("process-exporter 1"));
        assertThat(reports)
                .extracting(ServiceReport::scrape)
                .containsExactly(Optional.empty(), Optional.of("up"), Optional.of("down"));
        assertThat(reports)
                .extracting(ServiceReport::watched)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(5), OptionalInt.of(7));
        assertThat(reports).allMatch(ServiceReport::isWell);
    }

    @Test
    void aServerThatIsStartingIsNotAsked() throws InterruptedException {
        engine.has(running(Service.PROMETHEUS, false)).has(running(Service.LOKI, false));

        List<ServiceReport> reports = report();
        assertThat(insight.asked).isEmpty();
        assertThat(reports).noneMatch(ServiceReport::isWell);
        assertThat(reports).extracting(ServiceReport::version).containsOnly(Optional.empty());
    }

    @Test
    void aServiceThatCrashedKeepsItsExitCodeAndIsNotWell() throws InterruptedException {
        engine.has(new ServiceStatus(
                "loki",
                ServiceState.EXITED,
                Health.NONE,
                false,
                List.of(),
                Optional.of(NOW.minusSeconds(60)),
                "",
                Optional.empty(),
                3,
                Optional.of(137),
                Optional.empty()));

        ServiceReport report = report().getFirst();
        assertThat(report.status().exitCode()).contains(137);
        assertThat(report.status().restarts()).isEqualTo(3);
        assertThat(report.isWell()).isFalse();
        assertThat(report.memoryBytes()).isEqualTo(OptionalLong.empty());
        assertThat(insight.asked).isEmpty();
    }

    @Test
    void whatCannotRunHereIsNoTrouble() throws InterruptedException {
        engine.has(ServiceStatus.absent("promtail")).has(ServiceStatus.stopped("loki"));

        assertThat(report()).extracting(ServiceReport::isWell).containsExactly(true, false);
    }

    @Test
    void aPrometheusThatKeepsSilentTakesNothingFromTheOthers() throws InterruptedException {
        engine.has(running(Service.PROMETHEUS, true)).has(running(Service.LOKI, true));
        insight.scrapes = Optional.empty();

        List<ServiceReport> reports = report();
        assertThat(reports).extracting(ServiceReport::scrape).containsOnly(Optional.empty());
        assertThat(reports.getLast().watched()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void targetsOfAComposeNetworkAreToldApartByTheirName() throws InterruptedException {
        engine.has(running(Service.PROMETHEUS, true)).has(running(Service.LOKI, true));
        insight.scrapes = Optional.of(List.of(
                new StackInsight.Scrape("promtail", 3100, "down"), new StackInsight.Scrape("loki", 9999, "up")));

        assertThat(report().getLast().scrape()).contains("up");
    }

    @Test
    void processorTimeIsThatSinceTheStartAndThenThatSinceTheLastLook() throws InterruptedException {
        engine.has(running(Service.LOKI, true));
        List<Instant> times = new ArrayList<>(List.of(NOW, NOW.plusSeconds(10)));
        List<Long> nanos = new ArrayList<>(List.of(30_000_000_000L, 35_000_000_000L));
        StatusReporter reporter = new StatusReporter(
                insight,
                pid -> Optional.of(new ProcessUsage(nanos.removeFirst(), 4096)),
                times::removeFirst,
                Duration.ofSeconds(1));

        assertThat(reporter.report(engine, STACK).getFirst().cpuPercent()).isEqualTo(OptionalDouble.of(50));
        ServiceReport second = reporter.report(engine, STACK).getFirst();
        assertThat(second.cpuPercent()).isEqualTo(OptionalDouble.of(50));
        assertThat(second.memoryBytes()).isEqualTo(OptionalLong.of(4096));
    }

    private List<ServiceReport> report() throws InterruptedException {
        InstantSource clock = () -> NOW;
        return new StatusReporter(insight, pid -> Optional.empty(), clock, Duration.ofSeconds(1)).report(engine, STACK);
    }

    /** A service that was started a minute ago. */
    private static ServiceStatus running(Service kind, boolean ready) {
        return new ServiceStatus(
                kind.label(),
                ready ? ServiceState.RUNNING : ServiceState.STARTING,
                ready ? Health.HEALTHY : Health.STARTING,
                ready,
                List.of(kind.usualPort()),
                Optional.of(NOW.minusSeconds(60)),
                "",
                Optional.of(URI.create("http://127.0.0.1:" + kind.usualPort() + kind.readyPath())),
                0,
                Optional.empty(),
                Optional.of((long) kind.usualPort()));
    }

    /** Answers each question with a number of its own, and notes who was asked. */
    private static final class Insight implements StackInsight {

        private final List<URI> asked = Collections.synchronizedList(new ArrayList<>());
        private Optional<List<Scrape>> scrapes = Optional.of(List.of());

        @Override
        public Optional<List<Scrape>> scrapes(URI prometheus, Duration timeout) {
            asked.add(prometheus);
            return scrapes;
        }

        @Override
        public OptionalInt groups(URI prometheus, Duration timeout) {
            asked.add(prometheus);
            return OptionalInt.of(7);
        }

        @Override
        public OptionalInt streams(URI loki, Duration timeout) {
            asked.add(loki);
            return OptionalInt.of(5);
        }

        @Override
        public Optional<String> version(Service kind, URI base, Duration timeout) {
            asked.add(base);
            return Optional.of(kind.label() + " 1");
        }
    }
}
