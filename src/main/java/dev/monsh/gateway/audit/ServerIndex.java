package dev.monsh.gateway.audit;

import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.site.NameClash;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.ServerBlock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the servers of a port and a name without going through all of them for each: a gateway may have thousands. Servers
 * come in the order in which nginx reads them.
 */
final class ServerIndex {

    private record Spoken(int port, Protocol protocol) {}

    private record Named(int port, String name) {}

    /** The first ports of all ranges: no other port is ever asked for. */
    private final TreeSet<Integer> asked = new TreeSet<>();

    private final Map<Spoken, SortedMap<Integer, ServerBlock>> byProtocol = new HashMap<>();
    private final Map<Named, SortedMap<Integer, ServerBlock>> byName = new HashMap<>();
    private final Map<Integer, ServerBlock> taking = new HashMap<>();

    ServerIndex(List<ServerBlock> servers) {
        servers.forEach(server -> server.ports().forEach(ports -> asked.add(ports.first())));
        for (int number = 0; number < servers.size(); number++) {
            add(number, servers.get(number));
        }
    }

    private void add(int number, ServerBlock server) {
        Set<Integer> ports = new TreeSet<>();
        server.ports().forEach(range -> ports.addAll(asked.subSet(range.first(), true, range.last(), true)));
        for (int port : ports) {
            byProtocol
                    .computeIfAbsent(new Spoken(port, server.protocol()), _ -> new TreeMap<>())
                    .put(number, server);
            NameClash.names(server)
                    .forEach(name -> byName.computeIfAbsent(new Named(port, name), _ -> new TreeMap<>())
                            .put(number, server));
            taking.merge(port, server, (first, next) -> isMarked(next, port) && !isMarked(first, port) ? next : first);
        }
    }

    private static boolean isMarked(ServerBlock server, int port) {
        return server.listens().stream()
                .anyMatch(listen -> listen.isDefault() && listen.ports().contains(port));
    }

    /** Tells whether a server takes what is meant for no other: the one marked so does, else the first of the port. */
    boolean isDefault(ServerBlock server, PortRange ports) {
        return server.equals(taking.get(ports.first()));
    }

    /** Returns the servers before one, counted from 0, that speak another protocol on the same port. */
    Collection<ServerBlock> otherProtocols(int number, ServerBlock server, PortRange ports) {
        SortedMap<Integer, ServerBlock> found = new TreeMap<>();
        for (Protocol other : Protocol.values()) {
            if (other != server.protocol()) {
                found.putAll(before(number, byProtocol.get(new Spoken(ports.first(), other))));
            }
        }
        return found.values();
    }

    /** Returns the servers before one, counted from 0, that have a name and an address of it. */
    List<ServerBlock> clashing(int number, ServerBlock server, PortRange ports) {
        SortedMap<Integer, ServerBlock> found = new TreeMap<>();
        for (String name : NameClash.names(server)) {
            found.putAll(before(number, byName.get(new Named(ports.first(), name))));
        }
        return found.values().stream()
                .filter(other -> new NameClash(other, server).on(ports))
                .toList();
    }

    private static SortedMap<Integer, ServerBlock> before(
            int number, @Nullable SortedMap<Integer, ServerBlock> servers) {
        return servers == null ? new TreeMap<>() : servers.headMap(number);
    }
}
