package dev.monsh.adapter.nativeengine;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Ended;
import dev.monsh.stack.Engine;
import dev.monsh.stack.Health;
import dev.monsh.stack.OutputLine;
import dev.monsh.stack.OutputRequest;
import dev.monsh.stack.Progress;
import dev.monsh.stack.ProgressListener;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs a stack's services as plain processes on 127.0.0.1, for machines without a container engine. */
public final class NativeEngine implements Engine {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    private static final Duration FOLLOW_PAUSE = Duration.ofMillis(200);

    private final Map<String, String> environment;
    private final Programs programs;
    private final ProcTable table = new ProcTable(Path.of("/proc"));
    private final ReadinessProbe probe = new ReadinessProbe(Duration.ofSeconds(2));

    /** Takes the user's environment and home folder; programs are looked for on its PATH, then fetched from Debian. */
    public NativeEngine(Map<String, String> environment, Path home) {
        Path packages = new MonshFolders(environment, home).packages();
        this.environment = Map.copyOf(environment);
        this.programs = new Programs(
                new ProgramFinder(SearchPath.of(environment), packages), new DebianPackages(packages, environment));
    }

    @Override
    public List<ServiceStatus> up(Stack stack, Set<Service> services, Duration timeout, ProgressListener listener) {
        Set<Service> wanted = wanted(stack, services);
        try (FolderLock _ = lock(stack, listener)) {
            start(stack, wanted, timeout, listener);
        }
        return status(stack, wanted);
    }

    @Override
    public List<Ended> down(Stack stack, boolean volumes, ProgressListener listener) {
        try (FolderLock _ = lock(stack, listener)) {
            List<Ended> ended = supervisor(stack).endAll(listener);
            if (volumes) {
                FolderRemover.remove(folder(stack).data());
            }
            return ended;
        }
    }

    @Override
    public List<ServiceStatus> restart(
            Stack stack, Set<Service> services, Duration timeout, ProgressListener listener) {
        Set<Service> wanted = wanted(stack, services);
        try (FolderLock _ = lock(stack, listener)) {
            supervisor(stack).end(names(wanted), listener);
            start(stack, wanted, timeout, listener);
        }
        return status(stack, wanted);
    }

    @Override
    public List<ServiceStatus> status(Stack stack) {
        return status(stack, wanted(stack, Set.of()));
    }

    @Override
    public void logs(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        List<OutputFollower> followers = new ArrayList<>();
        for (Service service : wanted(stack, request.services())) {
            Path output = folder(stack).output(service.label());
            OutputTail.Tail tail = OutputTail.read(output, request.lastLines(), request.follow());
            tail.lines().forEach(line -> receiver.accept(new OutputLine(service, line)));
            followers.add(new OutputFollower(service, output, tail.position()));
        }
        while (request.follow() && pause()) {
            followers.forEach(follower -> follower.poll(receiver));
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(FOLLOW_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void start(Stack stack, Set<Service> wanted, Duration timeout, ProgressListener listener) {
        ProcessSupervisor supervisor = supervisor(stack);
        wanted.forEach(service -> checkFile(stack, service));
        supervisor.open();
        Set<Service> missing = EnumSet.copyOf(wanted);
        missing.removeIf(service -> supervisor
                .state()
                .child(service.label())
                .filter(supervisor::lives)
                .isPresent());
        try {
            Map<Service, Path> found = programs.require(missing, listener);
            new ServiceStarter(folder(stack), supervisor, probe).start(stack, found, timeout, listener);
            supervisor.complete();
        } catch (InterruptedException e) {
            supervisor.end(names(missing), listener);
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException(stack.folder().toString(), "the start was interrupted");
        } catch (RuntimeException e) {
            supervisor.end(names(missing), listener);
            throw e;
        }
    }

    private List<ServiceStatus> status(Stack stack, Set<Service> services) {
        RunState state = supervisor(stack).state();
        return services.stream()
                .map(service -> state.child(service.label())
                        .map(child -> status(service, child, state.complete()))
                        .orElse(ServiceStatus.stopped(service)))
                .toList();
    }

    private ServiceStatus status(Service service, Child child, boolean complete) {
        Optional<Instant> since = Optional.of(child.since());
        if (!table.lives(child.identity())) {
            return new ServiceStatus(
                    service, ServiceState.EXITED, Health.NONE, false, List.of(), since, child.program());
        }
        boolean ready = probe.ready(Loopback.url(child.port(), service.readyPath()));
        Health late = complete ? Health.UNHEALTHY : Health.STARTING;
        Health health = ready ? Health.HEALTHY : late;
        ServiceState state = health == Health.STARTING ? ServiceState.STARTING : ServiceState.RUNNING;
        return new ServiceStatus(service, state, health, ready, List.of(child.port()), since, child.program());
    }

    private static Set<Service> wanted(Stack stack, Set<Service> services) {
        for (Service service : services) {
            if (!stack.has(service)) {
                throw new UsageException(service.label(), "the stack in " + stack.folder() + " has no such service");
            }
        }
        return Arrays.stream(Service.values())
                .filter(service -> services.isEmpty() ? stack.has(service) : services.contains(service))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }

    private static Set<String> names(Set<Service> services) {
        return services.stream().map(Service::label).collect(Collectors.toSet());
    }

    private static void checkFile(Stack stack, Service service) {
        Path file = Objects.requireNonNull(stack.files().get(service));
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(
                    List.of(new Problem(file.toString(), 0, 0, "no such file, or it can't be read")));
        }
    }

    private ProcessSupervisor supervisor(Stack stack) {
        return new ProcessSupervisor(folder(stack), environment, table);
    }

    private static RunFolder folder(Stack stack) {
        return new RunFolder(stack.folder());
    }

    private static FolderLock lock(Stack stack, ProgressListener listener) {
        return FolderLock.take(
                folder(stack).lock(), LOCK_PATIENCE, () -> listener.on(new Progress.WaitingForOther(stack.folder())));
    }
}
