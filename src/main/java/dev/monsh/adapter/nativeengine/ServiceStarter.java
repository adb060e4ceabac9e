package dev.monsh.adapter.nativeengine;

import dev.monsh.stack.ProgressListener;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
     * @param programs the services to start, and the program of each
     * @param timeout for all together
     */
    void start(Stack stack, Map<Service, Path> programs, Duration timeout, ProgressListener listener)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        Map<Service, Started> started = new EnumMap<>(Service.class);
        List<Service> order = new ArrayList<>(programs.keySet());
        for (Service service : order) {
            Path program = Objects.requireNonNull(programs.get(service));
            started.put(
                    service, supervisor.start(program(stack, service, program).launch(), listener));
        }
        ReadinessWait wait = new ReadinessWait(probe, listener);
        for (Service service : order) {
            wait.await(service, Objects.requireNonNull(started.get(service)), configuration(stack, service), end);
        }
    }

    private ServiceProgram program(Stack stack, Service service, Path program) {
        Path data = folder.data().resolve(service.label());
        AtomicFile.folder(data);
        int port = Objects.requireNonNull(stack.ports().get(service));
        return new ServiceProgram(service, program, configuration(stack, service), data, port);
    }

    private static Path configuration(Stack stack, Service service) {
        return Objects.requireNonNull(stack.files().get(service));
    }
}
