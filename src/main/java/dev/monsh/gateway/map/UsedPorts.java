package dev.monsh.gateway.map;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.ServerBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The TCP ports of a configuration: {@code http}, {@code stream} and {@code mail} share them.
 *
 * @param held those of other programs; one that is asked for all the same is left to the gateway, which knows who has it
 */
record UsedPorts(List<ServerBlock> servers, Set<Integer> held) {

    static UsedPorts of(GatewaySite site) {
        return new UsedPorts(site.servers(), site.heldPorts());
    }

    /** The manual's first box has these; the next ones count up from here. */
    static final int PROMETHEUS_PORT = 9090;

    static final int LOKI_PORT = 3100;

    /** Ports for a new box. */
    record Pair(int prometheus, int loki) {}

    Optional<ServerBlock> user(int port) {
        return servers.stream().filter(server -> server.listensOn(port)).findFirst();
    }

    /**
     * Returns the ports asked for, and free ones for those that are not: the next pair after 9090 and 3100, or one alone.
     *
     * @throws ConflictException where one that is asked for is used
     */
    Pair choose(Optional<Integer> prometheus, Optional<Integer> loki) {
        prometheus.ifPresent(this::requireFree);
        loki.ifPresent(this::requireFree);
        int step = 1;
        while (true) {
            int first = prometheus.orElse(PROMETHEUS_PORT + step);
            int second = loki.orElse(LOKI_PORT + step);
            if (Math.max(first, second) > PortRange.HIGHEST) {
                throw new ConflictException("choose ports", "no pair of ports is free; name the ports");
            }
            boolean free = (prometheus.isPresent() || isFree(first)) && (loki.isPresent() || isFree(second));
            if (free && first != second) {
                return new Pair(first, second);
            }
            if (prometheus.isPresent() && loki.isPresent()) {
                throw new UsageException("port " + first, "is given for both Prometheus and Loki");
            }
            step++;
        }
    }

    private boolean isFree(int port) {
        return user(port).isEmpty() && !held.contains(port);
    }

    /** Throws a {@link ConflictException} that says who has the port. */
    void requireFree(int port) {
        user(port).ifPresent(server -> {
            String leads = server.targets().isEmpty()
                    ? ""
                    : ", which leads to " + server.targets().getFirst().text();
            throw new ConflictException(
                    "port " + port,
                    "is already used by the " + server.protocol().word() + " server at " + server.place() + leads,
                    new GatewayNextStep.ListMappings());
        });
    }
}
