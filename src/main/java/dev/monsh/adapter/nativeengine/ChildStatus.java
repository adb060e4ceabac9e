package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.adapter.nativeengine.process.Loopback;
import dev.monsh.os.ProcTable;
import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.StackService;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a service is that runs as a process of its own. */
record ChildStatus(ProcTable table, ReadinessProbe probe, PortOwnership ports) {

    /** Returns it; {@code complete} where the start of all services is over. */
    ServiceStatus of(StackService service, Child child, boolean complete) {
        if (!table.lives(child.identity())) {
            return status(service, child, ServiceState.EXITED, Health.NONE);
        }
        if (!listens(child)) {
            return status(service, child, ServiceState.RUNNING, Health.NONE);
        }
        if (probe.ready(url(service, child)) && ports.owns(child.identity().pid(), child.port())) {
            return status(service, child, ServiceState.RUNNING, Health.HEALTHY);
        }
        return complete
                ? status(service, child, ServiceState.RUNNING, Health.UNHEALTHY)
                : status(service, child, ServiceState.STARTING, Health.STARTING);
    }

    /** The workers of the demo have no port: that they run is all that can be asked. */
    private static boolean listens(Child child) {
        return child.port() > 0;
    }

    private static URI url(StackService service, Child child) {
        return Loopback.url(child.port(), service.kind().map(Service::readyPath).orElse("/"));
    }

    private static ServiceStatus status(StackService service, Child child, ServiceState state, Health health) {
        boolean lives = state != ServiceState.EXITED;
        return new ServiceStatus(
                service.name(),
                state,
                health,
                health == Health.HEALTHY || (lives && !listens(child)),
                lives && listens(child) ? List.of(child.port()) : List.of(),
                Optional.of(child.since()),
                child.program(),
                lives && listens(child) ? Optional.of(url(service, child)) : Optional.empty(),
                0,
                Optional.empty(),
                lives ? Optional.of(child.identity().pid()) : Optional.empty());
    }
}
