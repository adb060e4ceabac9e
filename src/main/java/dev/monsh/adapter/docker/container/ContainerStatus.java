package dev.monsh.adapter.docker.container;

import dev.monsh.stack.Health;
import dev.monsh.stack.Probe;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins a stack's services with their containers and their answers. */
public final class ContainerStatus {

    private final Probe probe;
    private final EngineHost host;
    private final Duration timeout;

    /** Takes how long one server may take for its answer. */
    public ContainerStatus(Probe probe, EngineHost host, Duration timeout) {
        this.probe = probe;
        this.host = host;
        this.timeout = timeout;
    }

    /** Returns the services in the stack's order, then those that run and that its files do not name. */
    public List<ServiceStatus> of(Stack stack, List<Container> containers) {
        List<ServiceStatus> statuses = new ArrayList<>();
        List<Thread> asking = new ArrayList<>();
        List<String> names = Stream.concat(
                        stack.services().stream().map(StackService::name),
                        containers.stream().map(Container::service))
                .distinct()
                .toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int place = i;
            statuses.add(ServiceStatus.stopped(name));
            Optional<Container> container = find(containers, name);
            container.ifPresent(found -> asking.add(Thread.ofPlatform().daemon().start(() -> {
                ServiceStatus status = status(stack.find(name), found);
                synchronized (statuses) {
                    statuses.set(place, status);
                }
            })));
        }
        asking.forEach(ContainerStatus::join);
        return statuses;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns a service's container; of several the one that runs. */
    public static Optional<Container> find(List<Container> containers, String service) {
        List<Container> own =
                containers.stream().filter(one -> one.service().equals(service)).toList();
        return own.stream()
                .filter(Container::isUp)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private ServiceStatus status(Optional<StackService> declared, Container container) {
        boolean up = container.isUp();
        Health health = up ? container.health() : Health.NONE;
        Optional<URI> url = readiness(declared, container);
        boolean well = health == Health.NONE || health == Health.HEALTHY;
        boolean ready = up && url.map(this::answers).orElse(well);
        return new ServiceStatus(
                container.service(),
                container.state(),
                health,
                ready,
                container.ports().stream()
                        .map(PublishedPort::published)
                        .distinct()
                        .toList(),
                container.since(),
                container.image(),
                up ? url : Optional.empty(),
                container.restarts(),
                container.state() == ServiceState.EXITED ? Optional.of(container.exitCode()) : Optional.empty(),
                host.isThisMachine() ? container.pid() : Optional.empty());
    }

    private boolean answers(URI url) {
        return probe.get(url, timeout).ok();
    }

    /** Returns where a container's service is to answer: by the ports that it has really published, else by the files. */
    public Optional<URI> readiness(Optional<StackService> declared, Container container) {
        Optional<Service> kind = declared.flatMap(StackService::kind);
        return kind.flatMap(server -> container.ports().stream()
                        .filter(port -> port.target() == server.usualPort()
                                && !port.address().contains(":"))
                        .findFirst()
                        .map(port -> port.url(server.readyPath())))
                .or(() -> declared.flatMap(StackService::readiness))
                .map(host::reach);
    }
}
