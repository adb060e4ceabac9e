package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.packages.DebianPackages;
import dev.monsh.adapter.nativeengine.packages.ProgramFinder;
import dev.monsh.adapter.nativeengine.packages.Programs;
import dev.monsh.adapter.nativeengine.process.OutputFollower;
import dev.monsh.adapter.nativeengine.process.OutputTail;
import dev.monsh.adapter.nativeengine.process.ProcessSupervisor;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.RunState;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.os.FolderLock;
import dev.monsh.os.FolderRemover;
import dev.monsh.os.ProcTable;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs a stack's services as plain processes on 127.0.0.1, for machines without a container engine. */
public final class NativeEngine implements Engine {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    /** Servers that hang are waited for together. */
    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    private static final Duration FOLLOW_PAUSE = Duration.ofMillis(200);

    private final Map<String, String> environment;
    private final Programs programs;
    private final ProcTable table = new ProcTable(Path.of("/proc"));
    private final ReadinessProbe probe = new ReadinessProbe(Duration.ofSeconds(2));
    private final ChildStatus children;
    private final PortOwnership ports;

    /**
     * Takes the user's environment and home folder; programs are looked for on its PATH, then fetched from Debian.
     *
     * @param patience how long a server may take to answer when its status is asked for
     */
    public NativeEngine(Map<String, String> environment, Path home, Duration patience) {
        this(environment, home, patience, new KernelPorts());
    }

    NativeEngine(Map<String, String> environment, Path home, Duration patience, PortOwnership ports) {
        this.ports = ports;
        this.children = new ChildStatus(table, new ReadinessProbe(patience), ports);
        Path packages = new MonshFolders(environment, home).packages();
        this.environment = Map.copyOf(environment);
        this.programs = new Programs(
                new ProgramFinder(SearchPath.of(environment), packages), new DebianPackages(packages, environment));
    }

    @Override
    public EngineKind kind() {
        return EngineKind.NATIVE;
    }

    @Override
    public List<ServiceStatus> up(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        List<StackService> able = able(stack, services);
        try (FolderLock _ = lock(stack, listener)) {
            start(stack, able, timeout, listener);
        }
        return status(stack, services);
    }

    @Override
    public List<Ended> down(Stack stack, boolean volumes, ProgressListener listener) {
        try (FolderLock _ = lock(stack, listener)) {
            List<Ended> ended = supervisor(stack).endAll(listener);
            new NativeConfiguration(stack).clear();
            if (volumes) {
                FolderRemover.remove(folder(stack).data());
            }
            return ended;
        }
    }

    @Override
    public List<ServiceStatus> restart(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        List<StackService> able = able(stack, services);
        try (FolderLock _ = lock(stack, listener)) {
            supervisor(stack).end(names(able), listener);
            start(stack, able, timeout, listener);
        }
        return status(stack, services);
    }

    @Override
    public List<ServiceStatus> status(Stack stack) {
        List<StackService> services = new ArrayList<>(stack.services());
        supervisor(stack).state().children().stream()
                .filter(child -> stack.services().stream()
                        .noneMatch(service -> service.name().equals(child.name())))
                .filter(child -> table.lives(child.identity()))
                .forEach(child -> services.add(StackService.running(child.name())));
        return status(stack, services);
    }

    @Override
    public void logs(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        List<OutputFollower> followers = new ArrayList<>();
        for (StackService service : request.services()) {
            Path output = folder(stack).output(service.name());
            int lines = request.lastLines().orElse(Integer.MAX_VALUE);
            OutputTail.Tail tail = OutputTail.read(output, lines, request.follow());
            tail.lines().forEach(line -> receiver.accept(new OutputLine(service.name(), Optional.empty(), line)));
            followers.add(new OutputFollower(service.name(), output, tail.position()));
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

    private void start(Stack stack, List<StackService> wanted, Duration timeout, ProgressListener listener) {
        ProcessSupervisor supervisor = supervisor(stack);
        wanted.forEach(NativeEngine::checkFile);
        supervisor.open();
        RunState state = supervisor.state();
        List<StackService> missing = wanted.stream()
                .filter(service ->
                        state.child(service.name()).filter(supervisor::lives).isEmpty())
                .toList();
        try {
            Map<Service, Path> found = programs.require(kinds(missing), listener);
            new ServiceStarter(folder(stack), supervisor, probe, ports).start(stack, missing, found, timeout, listener);
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

    private List<ServiceStatus> status(Stack stack, List<StackService> services) {
        RunState state = supervisor(stack).state();
        List<Future<ServiceStatus>> asked;
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(DAEMONS)) {
            asked = services.stream()
                    .map(service -> executor.submit(() -> status(service, state)))
                    .toList();
        }
        return asked.stream().map(Future::resultNow).toList();
    }

    private ServiceStatus status(StackService service, RunState state) {
        return state.child(service.name())
                .map(child -> children.of(service, child, state.complete()))
                .orElseGet(() ->
                        isAble(service) ? ServiceStatus.stopped(service.name()) : ServiceStatus.absent(service.name()));
    }

    /**
     * Returns those that can run as plain processes. Who asks for the whole stack gets what this machine can do; who names a
     * service means it.
     */
    private List<StackService> able(Stack stack, List<StackService> services) {
        List<StackService> able = services.stream().filter(this::isAble).toList();
        boolean named = services.size() < stack.services().size();
        if (able.isEmpty() || (named && able.size() < services.size())) {
            StackService one = services.stream()
                    .filter(service -> !isAble(service))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(stack.folder().toString(), "the stack has no services"));
            throw unable(one);
        }
        return able;
    }

    private boolean isAble(StackService service) {
        return service.servingPort().isPresent()
                && service.kind().filter(programs::isAtHand).isPresent();
    }

    private static UnreachableException unable(StackService service) {
        String why = service.kind()
                .map(kind -> "program not found: " + String.join(" or ", ProgramFinder.programs(kind)) + " on the PATH")
                .orElse("can't run as a plain process");
        return new UnreachableException(service.name(), why, "monsh up --engine compose");
    }

    /** Returns whether anything that was started from the stack's folder still lives. */
    public boolean runs(Stack stack) {
        ProcessSupervisor supervisor = supervisor(stack);
        return supervisor.state().children().stream().anyMatch(supervisor::lives);
    }

    private static Set<String> names(List<StackService> services) {
        return services.stream().map(StackService::name).collect(Collectors.toSet());
    }

    private static Set<Service> kinds(List<StackService> services) {
        return services.stream()
                .flatMap(service -> service.kind().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }

    private static void checkFile(StackService service) {
        Optional<Path> file = service.configuration();
        if (file.filter(Files::isReadable).isEmpty()) {
            String name = file.map(Path::toString).orElse(service.name());
            String why = file.isEmpty()
                    ? "its configuration file is outside the folders that it mounts"
                    : "no such file, or it can't be read";
            throw new ConfigurationException(List.of(new Problem(name, 0, 0, why)));
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
