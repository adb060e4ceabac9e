package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.ProcessSupervisor;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.Started;
import dev.monsh.failure.ConflictException;
import dev.monsh.os.AtomicFile;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Starts services of a stack side by side and waits for all of them. */
final class ServiceStarter {

    private final RunFolder folder;
    private final ProcessSupervisor supervisor;
    private final ReadinessProbe probe;
    private final PortOwnership ports;

    ServiceStarter(RunFolder folder, ProcessSupervisor supervisor, ReadinessProbe probe, PortOwnership ports) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.probe = probe;
        this.ports = ports;
    }

    /**
     * Returns when each service answers.
     *
     * @param services those to start, each with a kind and a configuration
     * @param programs the program of each kind
     * @param timeout for all together
     * @throws ConflictException when somebody else listens on a port of one of them; nothing is started then
     */
    void start(
            Stack stack,
            List<StackService> services,
            Map<Service, Path> programs,
            Duration timeout,
            ProgressListener listener)
            throws InterruptedException {
        services.forEach(this::requireFreePort);
        long end = System.nanoTime() + timeout.toNanos();
        Map<StackService, Started> started = new LinkedHashMap<>();
        NativeConfiguration configuration = new NativeConfiguration(stack);
        for (StackService service : services) {
            Path program = Objects.requireNonNull(programs.get(service.kind().orElseThrow()));
            ServiceProgram launched = program(service, program, configuration.fileOf(service));
            started.put(service, supervisor.start(launched.launch(), listener));
        }
        ReadinessWait wait = new ReadinessWait(probe, ports, listener);
        for (StackService service : services) {
            wait.await(service, Objects.requireNonNull(started.get(service)), end);
        }
    }

    private void requireFreePort(StackService service) {
        int port = service.servingPort().orElseThrow().published();
        Optional<String> owner = ports.owner(port);
        if (owner.isPresent()) {
            throw ExitDiagnosis.portTaken(service.name(), Optional.of(port), owner);
        }
    }

    private ServiceProgram program(StackService service, Path program, Path configuration) {
        Path data = folder.data().resolve(service.name());
        AtomicFile.folder(data);
        PublishedPort port = service.servingPort().orElseThrow();
        return new ServiceProgram(service, program, configuration, data, port);
    }
}
