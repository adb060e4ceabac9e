package dev.monsh.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One service as it is now.
 *
 * @param ready whether it answered its readiness URL just now
 * @param ports the TCP ports where it can be reached from this machine
 * @param since when it was started; empty when it is stopped
 * @param image the container image, or the program's file where it is a plain process; empty when it is stopped
 */
public record ServiceStatus(
        Service service,
        ServiceState state,
        Health health,
        boolean ready,
        List<Integer> ports,
        Optional<Instant> since,
        String image) {

    public ServiceStatus {
        ports = List.copyOf(ports);
    }

    /** Returns the status of a service that was not started. */
    public static ServiceStatus stopped(Service service) {
        return new ServiceStatus(service, ServiceState.STOPPED, Health.NONE, false, List.of(), Optional.empty(), "");
    }
}
