package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.ContainerStatus;
import dev.monsh.adapter.docker.container.StackContainers;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Pace;
import dev.monsh.stack.Health;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits until the services that Compose started answer, and explains why if one does not. Compose's own {@code --wait} says
 * "Healthy" of a container without a health check as soon as it runs.
 */
final class ServiceWait {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration QUESTION = Duration.ofSeconds(2);
    private static final Duration REMOVAL = Duration.ofMillis(500);
    /** 128 and the number of SIGKILL. */
    private static final int KILLED = 137;

    private static final int LAST_LINES = 20;

    /** What a program says against its command line stands above all of its help. */
    private static final int READ_LINES = 300;

    /** A service may fall over once because another was not there yet; one that falls again will not come up. */
    private static final int RESTARTS_ALLOWED = 1;

    private final StackContainers containers;
    private final Probe probe;
    private final ContainerStatus places;
    private final ProgressListener listener;
    private final Pace pace;

    /** The last answer of each service. */
    private final Map<String, String> said = new HashMap<>();

    ServiceWait(StackContainers containers, Probe probe, ContainerStatus places, ProgressListener listener, Pace pace) {
        this.containers = containers;
        this.probe = probe;
        this.places = places;
        this.listener = listener;
        this.pace = pace;
    }

    /** A service that is waited for. */
    private record Awaited(StackService service, int restartsBefore, Optional<URI> url) {}

    /**
     * Returns when each of the services is ready.
     *
     * @param before the containers as they were before the start
     * @param begin {@link Pace#nanos} at the start
     * @throws MonshException naming the service, when one has ended or the time is over
     */
    void await(Stack stack, List<StackService> services, List<Container> before, long begin, Duration timeout) {
        List<Container> now = containers.of(stack);
        List<Awaited> pending = new ArrayList<>();
        for (StackService service : services) {
            Optional<URI> url = ContainerStatus.find(now, service.name())
                    .flatMap(container -> places.readiness(Optional.of(service), container));
            url.ifPresent(place -> listener.on(new Progress.Waiting(service.name(), place)));
            int restarts = ContainerStatus.find(before, service.name())
                    .filter(old -> now.stream().anyMatch(one -> one.id().equals(old.id())))
                    .map(Container::restarts)
                    .orElse(0);
            pending.add(new Awaited(service, restarts, url));
        }
        for (List<Container> present = now; ; present = containers.of(stack)) {
            List<Container> seen = present;
            pending.removeIf(awaited -> isReady(awaited, seen, begin));
            if (pending.isEmpty()) {
                return;
            }
            if (pace.nanos() - begin > timeout.toNanos()) {
                throw late(pending, seen, timeout);
            }
            pause(PAUSE);
        }
    }

    private boolean isReady(Awaited awaited, List<Container> present, long begin) {
        StackService service = awaited.service();
        Optional<Container> found = ContainerStatus.find(present, service.name());
        if (found.isEmpty()) {
            throw removed(service);
        }
        Container container = found.get();
        boolean doneByIntent =
                service.kind().isEmpty() && container.state() == ServiceState.EXITED && container.exitCode() == 0;
        if (doneByIntent) {
            return true;
        }
        boolean fell = container.restarts() - awaited.restartsBefore() > RESTARTS_ALLOWED;
        if (container.state() == ServiceState.EXITED || fell) {
            throw later(container)
                    .<MonshException>map(last -> ended(service, last))
                    .orElseGet(() -> removed(service));
        }
        if (!container.isUp() || !answers(awaited, container)) {
            return false;
        }
        awaited.url()
                .ifPresent(url ->
                        listener.on(new Progress.Ready(service.name(), url, Duration.ofNanos(pace.nanos() - begin))));
        return true;
    }

    /**
     * Looks at a container that has ended once more: whoever removes one ends it first, and takes a moment in between; that
     * it was short of memory the engine learns a moment after its end.
     */
    private Optional<Container> later(Container container) {
        pause(REMOVAL);
        return containers.inspect(List.of(container.id())).stream().findFirst();
    }

    private static UnreachableException removed(StackService service) {
        return new UnreachableException(
                service.name(), "its container was removed during startup", "monsh up " + service.name());
    }

    private boolean answers(Awaited awaited, Container container) {
        return awaited.url()
                .map(url -> isOk(awaited.service().name(), probe.get(url, QUESTION)))
                .orElseGet(() -> container.health() == Health.NONE || container.health() == Health.HEALTHY);
    }

    /** A server that answers but is not ready says why; each new reason is reported once. */
    private boolean isOk(String name, ProbeAnswer answer) {
        // Loki counts its seconds down
        String reason = answer.words().replaceAll("\\d+", "N");
        boolean news = !reason.equals(said.put(name, reason));
        if (!answer.ok() && answer.status() > 0 && news) {
            listener.on(new Progress.NotReady(name, answer.words()));
        }
        return answer.ok();
    }

    private MonshException ended(StackService service, Container container) {
        List<String> lines = containers.lastLines(container, READ_LINES);
        Optional<String> memory = memory(container);
        MonshException failure = memory.isPresent()
                ? new RejectedException(service.name(), memory.get(), "docker stats --no-stream")
                : container.error().isEmpty()
                        ? new ExitDiagnosis(service, "monsh stack logs " + service.name(), lines)
                                .explain(container.exitCode(), port -> Optional.empty())
                        : new RejectedException(service.name(), container.error(), "monsh stack check");
        listener.on(new Progress.Failed(service.name(), failure.why(), end(lines)));
        return failure;
    }

    /** Where a container is killed at once, the engine may never hear that it was for lack of memory. */
    private static Optional<String> memory(Container container) {
        if (container.outOfMemory()) {
            return Optional.of("the kernel killed it: it exceeded its memory limit");
        }
        long mebibytes = container.memoryLimit() >> 20;
        return container.exitCode() == KILLED && mebibytes > 0
                ? Optional.of("killed; its memory limit is " + mebibytes + " MiB, so the kernel may have done it")
                : Optional.empty();
    }

    private static List<String> end(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private MonshException late(List<Awaited> pending, List<Container> present, Duration timeout) {
        List<String> why = new ArrayList<>();
        for (Awaited awaited : pending) {
            String name = awaited.service().name();
            Optional<Container> container = ContainerStatus.find(present, name);
            String answer = answer(awaited, container);
            why.add(name + ": " + answer);
            List<String> lines = container
                    .map(found -> containers.lastLines(found, LAST_LINES))
                    .orElse(List.of());
            listener.on(new Progress.Failed(name, answer, lines));
        }
        return new TimedOutException(
                String.join(
                        ", ", pending.stream().map(one -> one.service().name()).toList()),
                "not ready within " + timeout.toMillis() / 1000.0 + " s: " + String.join("; ", why),
                "monsh stack logs " + pending.getFirst().service().name());
    }

    private String answer(Awaited awaited, Optional<Container> container) {
        String state = container.map(found -> found.state().word()).orElse("no container");
        return awaited.url()
                .map(url -> {
                    ProbeAnswer answer = probe.get(url, QUESTION);
                    return url + " answers " + answer.words() + ", its container is " + state;
                })
                .orElse("its container is " + state
                        + container
                                .map(found -> " and " + found.health().word())
                                .orElse(""));
    }

    private void pause(Duration time) {
        try {
            pace.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("monsh up", "interrupted; services that were started keep running");
        }
    }
}
