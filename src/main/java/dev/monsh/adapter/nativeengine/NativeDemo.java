package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.packages.DebianPackages;
import dev.monsh.adapter.nativeengine.packages.ProgramFinder;
import dev.monsh.adapter.nativeengine.packages.Programs;
import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.adapter.nativeengine.process.Launch;
import dev.monsh.adapter.nativeengine.process.Loopback;
import dev.monsh.adapter.nativeengine.process.ProcessSupervisor;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.RunState;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.os.AtomicFile;
import dev.monsh.os.FolderLock;
import dev.monsh.os.FolderRemover;
import dev.monsh.os.ProcTable;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.demo.Demo;
import dev.monsh.stack.demo.DemoFile;
import dev.monsh.stack.demo.DemoHandle;
import dev.monsh.stack.demo.DemoLayout;
import dev.monsh.stack.demo.DemoStopped;
import dev.monsh.stack.demo.DemoWorker;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo as plain processes on 127.0.0.1, in monsh's own data folder. */
public final class NativeDemo implements Demo {

    private static final List<Service> SERVICES = List.of(Service.PROMETHEUS, Service.PROCESS_EXPORTER);

    /** Another monsh may be fetching packages. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

    /** A port that was free when it was chosen can be taken when it is used; three times in a row is no accident. */
    private static final int ATTEMPTS = 3;

    private final DemoLayout layout;
    private final RunFolder folder;
    private final ProcessSupervisor supervisor;
    private final DebianPackages packages;
    private final Programs programs;
    private final ReadinessProbe probe = new ReadinessProbe(Duration.ofSeconds(2));

    /**
     * Takes the user's environment and home folder. The demo is in {@code $XDG_DATA_HOME/monsh/demo}; programs are looked
     * for on PATH, then fetched into {@code $XDG_CACHE_HOME/monsh/packages}.
     */
    public NativeDemo(Map<String, String> environment, Path home) {
        MonshFolders folders = new MonshFolders(environment, home.toAbsolutePath());
        this.layout = new DemoLayout(folders.demo());
        this.folder = new RunFolder(folders.demo());
        this.supervisor = new ProcessSupervisor(folder, environment, new ProcTable(Path.of("/proc")));
        this.packages = new DebianPackages(folders.packages(), marked(environment));
        this.programs = new Programs(new ProgramFinder(SearchPath.of(environment), folders.packages()), packages);
    }

    /** A download that continues after monsh was killed is also ended by the next stop. */
    private Map<String, String> marked(Map<String, String> environment) {
        Map<String, String> marked = new HashMap<>(environment);
        marked.put(RunFolder.ID_VARIABLE, folder.id());
        marked.put(RunFolder.NAME_VARIABLE, "package download");
        return marked;
    }

    @Override
    public DemoHandle start(ProgressListener listener) {
        try (FolderLock _ = lock(START_PATIENCE, listener)) {
            Optional<DemoHandle> running = whole(supervisor.state(), true).filter(this::answers);
            if (running.isPresent()) {
                return running.get();
            }
            supervisor.endAll(ProgressListener.silent());
            Map<Service, Path> found = programs.require(SERVICES, listener);
            startOn(found, listener);
            return whole(supervisor.state(), false).orElseThrow(() -> vanished());
        }
    }

    private static ConflictException vanished() {
        return new ConflictException("demo", "one of its processes exited right after starting", "monsh demo");
    }

    private void startOn(Map<Service, Path> found, ProgressListener listener) {
        for (int attempt = 1; ; attempt++) {
            try {
                startOnce(found, listener);
                return;
            } catch (InterruptedException e) {
                supervisor.endAll(ProgressListener.silent());
                Thread.currentThread().interrupt();
                throw new InterruptedByUserException("demo", "the start was interrupted; everything was stopped again");
            } catch (RuntimeException e) {
                endAfter(e);
                if (!(e instanceof ConflictException) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The first failure is the one to tell, also when the cleaning up fails as well. */
    private void endAfter(RuntimeException failure) {
        try {
            supervisor.endAll(ProgressListener.silent());
        } catch (MonshException another) {
            failure.addSuppressed(another);
        }
    }

    /** The workers come first: process-exporter decides about a process when it first sees it. */
    private void startOnce(Map<Service, Path> found, ProgressListener listener) throws InterruptedException {
        FolderRemover.remove(folder.data());
        Map<Service, Integer> ports = new FreePorts().choose(SERVICES);
        for (DemoFile file : layout.files(ports)) {
            AtomicFile.write(file.path(), file.text(), file.executable());
        }
        AtomicFile.folder(layout.logs());
        supervisor.open();
        for (DemoWorker worker : layout.workers()) {
            supervisor.start(launch(worker), listener);
        }
        Stack stack = layout.stack(ports);
        new ServiceStarter(folder, supervisor, probe, new KernelPorts())
                .start(stack, stack.services(), found, READY_TIMEOUT, listener);
        supervisor.complete();
    }

    private Launch launch(DemoWorker worker) {
        return new Launch(
                worker.command(),
                List.of(layout.workerScript().toString(), worker.command()),
                Map.of("WORKER_LOG", worker.logFile().toString(), "WORKER_LOAD", Integer.toString(worker.load())),
                0);
    }

    @Override
    public DemoStopped stop(ProgressListener listener) {
        if (!folder.exists()) {
            return new DemoStopped(supervisor.endAll(listener), layout.folder());
        }
        try (FolderLock _ = lock(STOP_PATIENCE, listener)) {
            DemoStopped stopped = new DemoStopped(supervisor.endAll(listener), layout.folder());
            FolderRemover.remove(folder.data());
            packages.sweep();
            return stopped;
        }
    }

    @Override
    public Optional<DemoHandle> find() {
        RunState state = supervisor.state();
        return state.complete() && names().anyMatch(name -> lives(state, name))
                ? Optional.of(of(state, true))
                : Optional.empty();
    }

    private Stream<String> names() {
        return Stream.concat(
                layout.workers().stream().map(DemoWorker::command),
                SERVICES.stream().map(Service::label));
    }

    private boolean lives(RunState state, String name) {
        return state.child(name).filter(supervisor::lives).isPresent();
    }

    private boolean answers(DemoHandle handle) {
        return probe.ready(handle.prometheusUrl().resolve(Service.PROMETHEUS.readyPath()))
                && probe.ready(handle.exporterUrl().resolve(Service.PROCESS_EXPORTER.readyPath()));
    }

    /** Returns the demo, if all of it runs. */
    private Optional<DemoHandle> whole(RunState state, boolean alreadyRunning) {
        return state.complete() && names().allMatch(name -> lives(state, name))
                ? Optional.of(of(state, alreadyRunning))
                : Optional.empty();
    }

    private DemoHandle of(RunState state, boolean alreadyRunning) {
        Child prometheus = state.child(Service.PROMETHEUS.label()).orElseThrow();
        Child exporter = state.child(Service.PROCESS_EXPORTER.label()).orElseThrow();
        return new DemoHandle(
                Loopback.url(prometheus.port(), ""),
                Loopback.url(exporter.port(), ""),
                layout.folder(),
                layout.promtailFile(),
                layout.workers(),
                prometheus.since(),
                alreadyRunning);
    }

    private FolderLock lock(Duration patience, ProgressListener listener) {
        return FolderLock.take(
                folder.lock(), patience, () -> listener.on(new Progress.WaitingForOther(layout.folder())));
    }
}
