package dev.monsh.gateway.map;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.Target;
import java.util.List;

/** Finds the servers of a port that a change is about. */
record MappedServers(GatewaySite site) {

    /**
     * Returns the servers of the file that listen on a port; at least one of them proxies.
     *
     * @throws UsageException where there is none
     * @throws ConflictException where one stands in another file
     */
    List<ServerBlock> on(int port) {
        List<ServerBlock> all =
                site.servers().stream().filter(server -> server.listensOn(port)).toList();
        if (all.stream().allMatch(server -> server.routes().isEmpty())) {
            throw new UsageException(
                    "port " + port,
                    "no mapping of " + site.file().name() + " has it",
                    new GatewayNextStep.ListMappings());
        }
        all.stream().filter(server -> !site.isOwn(server)).findFirst().ifPresent(server -> {
            throw new ConflictException(
                    "port " + port,
                    "is in " + server.place() + " as well, and only "
                            + site.file().name() + " is edited");
        });
        return all;
    }

    /** Refuses to edit a directive that an included file has. */
    static void requireOwn(ServerBlock server, Directive directive) {
        if (!server.holds(directive)) {
            throw new ConflictException(
                    "server at " + server.place(),
                    "has '" + directive.text() + "' from a file that it includes: edit that file by hand");
        }
    }

    /** Returns the only target of a port. */
    static Target target(int port, List<ServerBlock> servers) {
        List<Route> routes =
                servers.stream().flatMap(server -> server.routes().stream()).toList();
        Target first = routes.getFirst().target();
        for (Route route : routes) {
            if (!route.target().sameAs(first)) {
                throw new ConflictException(
                        "port " + port,
                        "leads to several targets, " + first.text() + " and "
                                + route.target().text() + ": edit the file by hand");
            }
        }
        return first;
    }

    /** Returns a fault at a server's directive. */
    static ConfigurationException fault(ServerBlock server, int offset, String message) {
        return new ConfigurationException(List.of(server.file().problem(offset, message)));
    }
}
