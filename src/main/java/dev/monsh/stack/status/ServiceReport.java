package dev.monsh.stack.status;

import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A service as its engine, itself and its neighbours describe it.
 *
 * @param cpuPercent processor time used a second since its start, or since the last look, in percent of one core
 * @param memoryBytes of its main process
 * @param scrape {@code up}, {@code down} or {@code unknown} in Prometheus; empty where it is not scraped
 * @param watched how many process groups (process-exporter) or streams (Loki) are alive
 */
public record ServiceReport(
        ServiceStatus status,
        Optional<Service> kind,
        Optional<String> version,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        Optional<String> scrape,
        OptionalInt watched) {

    /** Returns whether nothing is wrong with it; what can't run here at all is not. */
    public boolean isWell() {
        return status.ready() || status.state() == ServiceState.ABSENT;
    }
}
