package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.traffic.Inheritance;
import dev.monsh.gateway.traffic.RequestFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees the mappings in servers, whoever wrote them. */
public final class MappingReader {

    private final MappingLabel label;
    private final SeenExposures exposures;
    private final boolean whole;

    /** Takes whether all servers are known: one that is not may serve the port of any other. */
    MappingReader(MappingLabel label, SeenExposures exposures, boolean whole) {
        this.whole = whole;
        this.label = label;
        this.exposures = exposures;
    }

    /** Returns a mapping for each port and each target that it leads to; servers that proxy nothing have none. */
    List<PortMapping> mappings(List<ServerBlock> servers) {
        List<PortMapping> mappings = new ArrayList<>();
        for (ServerBlock server : servers) {
            for (PortRange ports : server.ports()) {
                server.targets().forEach(target -> mappings.add(mapping(server, ports, target)));
            }
        }
        return List.copyOf(mappings);
    }

    private PortMapping mapping(ServerBlock server, PortRange ports, Target target) {
        Optional<Server> service = label.service(server, target);
        ServicePaths paths = ServicePaths.of(service);
        boolean http = server.protocol() == Protocol.HTTP;
        Inheritance question = new Inheritance(chain(server, target, paths.question()));
        return new PortMapping(
                ports,
                server.protocol(),
                label.box(server, target),
                service,
                target,
                !http || new Inheritance(chain(server, target, paths.upgrade())).upgrades(),
                http && whole && exposures.of(server, target, service) instanceof Exposure.Closed,
                http && question.authenticates(),
                question.restrictsAddresses(),
                server.encrypts(ports),
                server.names(),
                server.file().name(),
                server.line());
    }

    /** Returns the blocks that a path ends in where they lead to the target, else those of its first route. */
    public static List<Directive> chain(ServerBlock server, Target target, String path) {
        List<Route> routes = server.routes().stream()
                .filter(route -> route.target().sameAs(target))
                .toList();
        if (routes.size() == 1) {
            return routes.getFirst().chain();
        }
        List<Directive> blocks = RequestFlow.blocks(server.chain(), path);
        boolean leads = routes.stream().anyMatch(route -> route.chain().equals(blocks));
        return leads ? blocks : routes.getFirst().chain();
    }
}
