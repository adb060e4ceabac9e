package dev.monsh.stack.status;

import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Engine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Joins what the engine, the kernel and the servers say of a stack, once or again and again. The servers are asked at once, and only those that are
 * ready: one that hangs costs the time that one question may take, and no more.
 */
public final class StatusReporter {

    /** Not virtual threads: those that poll for them stay in native code, and Java waits 0.3 s for them at its end. */
    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    private final StackInsight insight;
    private final UsageHistory usages;
    private final InstantSource clock;
    private final Duration timeout;

    /** Takes how long one question may take. */
    public StatusReporter(StackInsight insight, UsageMeter meter, InstantSource clock, Duration timeout) {
        this.insight = insight;
        this.usages = new UsageHistory(meter);
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * What the servers answered.
     *
     * @param versions by the name of the service
     */
    private record Answers(
            List<StackInsight.Scrape> scrapes,
            OptionalInt groups,
            OptionalInt streams,
            Map<String, Optional<String>> versions) {}

    /** Returns a report on each service, in the engine's order. */
    public List<ServiceReport> report(Engine engine, Stack stack) throws InterruptedException {
        List<ServiceStatus> statuses = engine.status(stack);
        Answers answers = ask(stack, statuses);
        return statuses.stream().map(status -> report(stack, status, answers)).toList();
    }

    private Answers ask(Stack stack, List<ServiceStatus> statuses) throws InterruptedException {
        Optional<URI> prometheus = base(stack, statuses, Service.PROMETHEUS);
        Optional<URI> loki = base(stack, statuses, Service.LOKI);
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(DAEMONS)) {
            Future<List<StackInsight.Scrape>> scrapes = executor.submit(() ->
                    prometheus.flatMap(url -> insight.scrapes(url, timeout)).orElse(List.of()));
            Future<OptionalInt> groups = executor.submit(
                    () -> prometheus.map(url -> insight.groups(url, timeout)).orElse(OptionalInt.empty()));
            Future<OptionalInt> streams = executor.submit(
                    () -> loki.map(url -> insight.streams(url, timeout)).orElse(OptionalInt.empty()));
            Map<String, Future<Optional<String>>> asked = new HashMap<>();
            for (ServiceStatus status : statuses) {
                asked.put(status.service(), executor.submit(() -> version(stack, status)));
            }
            Map<String, Optional<String>> versions = new HashMap<>();
            for (Map.Entry<String, Future<Optional<String>>> version : asked.entrySet()) {
                versions.put(version.getKey(), result(version.getValue()));
            }
            return new Answers(result(scrapes), result(groups), result(streams), versions);
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private ServiceReport report(Stack stack, ServiceStatus status, Answers answers) {
        Optional<Service> kind = kind(stack, status);
        Optional<UsageHistory.Usage> usage =
                status.pid().flatMap(pid -> usages.look(pid, status.since(), clock.instant()));
        return new ServiceReport(
                status,
                kind,
                answers.versions().getOrDefault(status.service(), Optional.empty()),
                usage.map(UsageHistory.Usage::cpuPercent).orElse(OptionalDouble.empty()),
                usage.map(used -> OptionalLong.of(used.memoryBytes())).orElse(OptionalLong.empty()),
                scrape(stack, status, answers.scrapes()),
                watched(kind, answers));
    }

    private static Optional<Service> kind(Stack stack, ServiceStatus status) {
        return stack.find(status.service()).flatMap(StackService::kind);
    }

    private Optional<String> version(Stack stack, ServiceStatus status) {
        return kind(stack, status)
                .flatMap(
                        kind -> base(stack, List.of(status), kind).flatMap(url -> insight.version(kind, url, timeout)));
    }

    /** Returns where a server that is ready answers: on the port that it really has. */
    private static Optional<URI> base(Stack stack, List<ServiceStatus> statuses, Service kind) {
        return stack.find(kind)
                .flatMap(service -> statuses.stream()
                        .filter(status -> status.service().equals(service.name()) && status.ready())
                        .findFirst()
                        .flatMap(ServiceStatus::url));
    }

    private static OptionalInt watched(Optional<Service> kind, Answers answers) {
        if (kind.filter(Service.PROCESS_EXPORTER::equals).isPresent()) {
            return answers.groups();
        }
        return kind.filter(Service.LOKI::equals).isPresent() ? answers.streams() : OptionalInt.empty();
    }

    /** In a Compose network a target's host is the service; plain processes are told apart by their port. */
    private static Optional<String> scrape(Stack stack, ServiceStatus status, List<StackInsight.Scrape> scrapes) {
        boolean named =
                scrapes.stream().anyMatch(scrape -> stack.find(scrape.host()).isPresent());
        return scrapes.stream()
                .filter(scrape -> named
                        ? scrape.host().equals(status.service())
                        : status.ports().contains(scrape.port()))
                .map(StackInsight.Scrape::health)
                .findFirst();
    }
}
