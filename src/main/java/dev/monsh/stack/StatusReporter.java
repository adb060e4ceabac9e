package dev.monsh.stack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Joins what the engine, the kernel and the servers say of a stack. Everything is asked at once, so that all of it takes as
 * long as the slowest answer, and no longer than the time that one question may take.
 */
public final class StatusReporter {

    /** The least time between two readings of processor time: shorter ones tell little. */
    private static final Duration WINDOW = Duration.ofMillis(50);

    /** Not virtual threads: those that poll for them stay in native code, and Java waits 0.3 s for them at its end. */
    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    private final StackInsight insight;
    private final UsageMeter meter;
    private final Duration timeout;

    /** Takes how long one question may take. */
    public StatusReporter(StackInsight insight, UsageMeter meter, Duration timeout) {
        this.insight = insight;
        this.meter = meter;
        this.timeout = timeout;
    }

    /** Returns a report on each service, in the engine's order. */
    public List<ServiceReport> report(Engine engine, Stack stack) throws InterruptedException {
        List<ServiceStatus> statuses = engine.status(stack);
        Map<Long, ProcessUsage> first = measure(statuses);
        long begin = System.nanoTime();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(DAEMONS)) {
            Optional<URI> prometheus = base(stack, statuses, Service.PROMETHEUS);
            Optional<URI> loki = base(stack, statuses, Service.LOKI);
            Future<Optional<List<StackInsight.Scrape>>> scrapes =
                    executor.submit(() -> prometheus.flatMap(url -> insight.scrapes(url, timeout)));
            Future<OptionalInt> groups = executor.submit(asked(prometheus, url -> insight.groups(url, timeout)));
            Future<OptionalInt> streams = executor.submit(asked(loki, url -> insight.streams(url, timeout)));
            List<Future<Optional<String>>> versions = new ArrayList<>();
            for (ServiceStatus status : statuses) {
                versions.add(executor.submit(() -> version(stack, status)));
            }
            List<ServiceReport> reports = new ArrayList<>();
            List<StackInsight.Scrape> targets = result(scrapes).orElse(List.of());
            int groupCount = result(groups).orElse(-1);
            int streamCount = result(streams).orElse(-1);
            for (Future<Optional<String>> version : versions) {
                result(version);
            }
            Map<Long, ProcessUsage> second = measureAfter(begin, statuses);
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (int i = 0; i < statuses.size(); i++) {
                ServiceStatus status = statuses.get(i);
                Optional<Service> kind = stack.find(status.service()).flatMap(StackService::kind);
                reports.add(new ServiceReport(
                        status,
                        kind,
                        result(versions.get(i)),
                        cpu(status, first, second, seconds),
                        memory(status, second),
                        scrape(stack, status, targets),
                        watched(kind, groupCount, streamCount)));
            }
            return reports;
        }
    }

    private static Callable<OptionalInt> asked(
            Optional<URI> url, java.util.function.Function<URI, OptionalInt> question) {
        return () -> url.map(question).orElse(OptionalInt.empty());
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Map<Long, ProcessUsage> measureAfter(long begin, List<ServiceStatus> statuses) throws InterruptedException {
        long left = WINDOW.toNanos() - (System.nanoTime() - begin);
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
        return measure(statuses);
    }

    private Map<Long, ProcessUsage> measure(List<ServiceStatus> statuses) {
        Map<Long, ProcessUsage> usages = new HashMap<>();
        for (ServiceStatus status : statuses) {
            status.pid().ifPresent(pid -> meter.measure(pid).ifPresent(usage -> usages.put(pid, usage)));
        }
        return usages;
    }

    private static OptionalDouble cpu(
            ServiceStatus status, Map<Long, ProcessUsage> first, Map<Long, ProcessUsage> second, double seconds) {
        ProcessUsage before = status.pid().map(first::get).orElse(null);
        ProcessUsage after = status.pid().map(second::get).orElse(null);
        return before == null || after == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, after.cpuNanos() - before.cpuNanos()) / 1e7 / seconds);
    }

    private static OptionalLong memory(ServiceStatus status, Map<Long, ProcessUsage> usages) {
        ProcessUsage usage = status.pid().map(usages::get).orElse(null);
        return usage == null ? OptionalLong.empty() : OptionalLong.of(usage.residentBytes());
    }

    private Optional<String> version(Stack stack, ServiceStatus status) {
        if (!status.ready()) {
            return Optional.empty();
        }
        Optional<Service> kind = stack.find(status.service()).flatMap(StackService::kind);
        return kind.flatMap(
                server -> base(stack, List.of(status), server).flatMap(url -> insight.version(server, url, timeout)));
    }

    /** Returns where a server answers: on the port that it really has. */
    private static Optional<URI> base(Stack stack, List<ServiceStatus> statuses, Service kind) {
        return stack.find(kind)
                .flatMap(service -> statuses.stream()
                        .filter(status ->
                                status.service().equals(service.name()) && status.state() == ServiceState.RUNNING)
                        .findFirst()
                        .flatMap(status -> status.url()));
    }

    private static OptionalInt watched(Optional<Service> kind, int groups, int streams) {
        int count = kind.map(server -> switch (server) {
                    case PROCESS_EXPORTER -> groups;
                    case LOKI -> streams;
                    case PROMETHEUS, PROMTAIL -> -1;
                })
                .orElse(-1);
        return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
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
