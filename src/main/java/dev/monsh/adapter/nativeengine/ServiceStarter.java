package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.ProcessSupervisor;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.Started;
import dev.monsh.os.AtomicFile;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Starts services of a stack side by side and waits for all of them. */
final class ServiceStarter {

    private final RunFolder folder;
    private final ProcessSupervisor supervisor;
    private final ReadinessProbe probe;

    ServiceStarter(RunFolder folder, ProcessSupervisor supervisor, ReadinessProbe probe) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.probe = probe;
    }

    /**
     * Returns when each service answers.
     *
     * @param services those to start, each with a kind and a configuration
     * @param programs the program of each kind
     * @param timeout for all together
     */
    void start(
            Stack stack,
            List<StackService> services,
            Map<Service, Path> programs,
            Duration timeout,
            ProgressListener listener)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        Map<StackService, Started> started = new LinkedHashMap<>();
        NativeConfiguration configuration = new NativeConfiguration(stack);
        for (StackService service : services) {
            Path program = Objects.requireNonNull(programs.get(service.kind().orElseThrow()));
            ServiceProgram launched = program(service, program, configuration.fileOf(service));
            started.put(service, supervisor.start(launched.launch(), listener));
        }
        ReadinessWait wait = new ReadinessWait(probe, listener);
        for (StackService service : services) {
            wait.await(service, Objects.requireNonNull(started.get(service)), end);
        }
    }

    private ServiceProgram program(StackService service, Path program, Path configuration) {
        Path data = folder.data().resolve(service.name());
        AtomicFile.folder(data);
        PublishedPort port = service.servingPort().orElseThrow();
        return new ServiceProgram(service, program, configuration, data, port);
    }
}
