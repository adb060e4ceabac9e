package dev.monsh.stack;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One service as it is now.
 *
 * @param service its name in the stack
 * @param ready whether it answered its readiness URL just now; where it has none, whether it runs and is not unhealthy
 * @param ports the TCP ports where it can be reached from this machine
 * @param since when it was started; empty when it was never
 * @param image the container image, or the program's file where it is a plain process; empty when it is stopped
 * @param url its readiness URL as it was asked; empty where it has none or nothing runs
 * @param restarts how often the engine started it again by itself
 * @param exitCode how it ended, where it has
 * @param pid its main process on this machine, where one runs and can be seen from here
 */
public record ServiceStatus(
        String service,
        ServiceState state,
        Health health,
        boolean ready,
        List<Integer> ports,
        Optional<Instant> since,
        String image,
        Optional<URI> url,
        int restarts,
        Optional<Integer> exitCode,
        Optional<Long> pid) {

    public ServiceStatus {
        ports = List.copyOf(ports);
    }

    /** Returns the status of a service that was not started. */
    public static ServiceStatus stopped(String service) {
        return idle(service, ServiceState.STOPPED);
    }

    /** Returns the status of a service that can't run here. */
    public static ServiceStatus absent(String service) {
        return idle(service, ServiceState.ABSENT);
    }

    private static ServiceStatus idle(String service, ServiceState state) {
        return new ServiceStatus(
                service,
                state,
                Health.NONE,
                false,
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
