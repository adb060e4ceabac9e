package dev.monsh.box;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One AIBOX as monsh reaches it.
 *
 * @param name the name in the configuration; {@code local} for this machine when nothing is configured
 * @param stack the folder of the Compose stack on this machine; empty for a box that is reached over the gateway
 * @param endpoints the servers that have an address; a box behind the gateway has no address for what is not mapped
 * @param tailscaleIp the box's address in the tailnet
 * @param assumed the servers whose address nobody configured: the stack's files may know better
 */
public record Box(
        String name,
        Optional<Path> stack,
        Map<Server, Endpoint> endpoints,
        Optional<String> tailscaleIp,
        Set<Server> assumed) {

    public Box {
        assumed = Set.copyOf(assumed);
        EnumMap<Server, Endpoint> copy = new EnumMap<>(Server.class);
        copy.putAll(endpoints);
        endpoints = Collections.unmodifiableMap(copy);
    }

    /** Makes a box whose addresses are all as they were asked for. */
    public Box(String name, Optional<Path> stack, Map<Server, Endpoint> endpoints, Optional<String> tailscaleIp) {
        this(name, stack, endpoints, tailscaleIp, Set.of());
    }

    /** Makes a box all of whose servers have an address. */
    public Box(
            String name,
            Optional<Path> stack,
            Endpoint prometheus,
            Endpoint loki,
            Endpoint processExporter,
            Endpoint promtail,
            Optional<String> tailscaleIp) {
        this(
                name,
                stack,
                Map.of(
                        Server.PROMETHEUS, prometheus,
                        Server.LOKI, loki,
                        Server.PROCESS_EXPORTER, processExporter,
                        Server.PROMTAIL, promtail),
                tailscaleIp);
    }

    /** Returns a server's address where it has one. */
    public Optional<Endpoint> endpoint(Server server) {
        return Optional.ofNullable(endpoints.get(server));
    }

    /** Returns Prometheus's address, or fails as {@link #required} does. */
    public Endpoint prometheus() {
        return required(Server.PROMETHEUS);
    }

    /** Returns Loki's address, or fails as {@link #required} does. */
    public Endpoint loki() {
        return required(Server.LOKI);
    }

    /** Returns process-exporter's address, or fails as {@link #required} does. */
    public Endpoint processExporter() {
        return required(Server.PROCESS_EXPORTER);
    }

    /** Returns Promtail's address, or fails as {@link #required} does. */
    public Endpoint promtail() {
        return required(Server.PROMTAIL);
    }

    /**
     * Returns a server's address.
     *
     * @throws ConfigurationException where the box has none, naming the key to add
     */
    public Endpoint required(Server server) {
        Endpoint endpoint = endpoints.get(server);
        if (endpoint == null) {
            String why = stack.filter(folder -> LocalBox.composeFile(folder).isPresent())
                    .map(folder -> "the Compose file in " + folder + " publishes no port of " + server.title()
                            + ", and no address is configured")
                    .orElse("no address of " + server.title() + " is configured");
            String message = why + ": add '" + server.key() + ": {url: …}' under it";
            throw new ConfigurationException(
                    List.of(new Problem("box " + name, 0, 0, message)), new BoxNextStep.FindConfiguration());
        }
        return endpoint;
    }

    /** Returns the same box without an address for one of its servers. */
    public Box without(Server server) {
        EnumMap<Server, Endpoint> changed = new EnumMap<>(Server.class);
        changed.putAll(endpoints);
        changed.remove(server);
        return new Box(name, stack, changed, tailscaleIp, known(server));
    }

    /** Returns the servers whose address is still assumed once that of one is known. */
    private Set<Server> known(Server server) {
        EnumSet<Server> rest = EnumSet.noneOf(Server.class);
        rest.addAll(assumed);
        rest.remove(server);
        return rest;
    }

    /** Returns the same box with another address for one of its servers. */
    public Box with(Server server, Endpoint endpoint) {
        EnumMap<Server, Endpoint> changed = new EnumMap<>(Server.class);
        changed.putAll(endpoints);
        changed.put(server, endpoint);
        return new Box(name, stack, changed, tailscaleIp, known(server));
    }
}
