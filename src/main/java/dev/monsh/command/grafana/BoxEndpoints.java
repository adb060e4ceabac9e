package dev.monsh.command.grafana;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.site.PortMapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses under which Grafana reaches a box; the gateway is read at most once, and only if it is needed. */
final class BoxEndpoints {

    private final GatewayHosts gateways;

    BoxEndpoints(GatewayHosts gateways) {
        this.gateways = gateways;
    }

    /** Returns the public addresses of one box. */
    Map<Server, Endpoint> of(GlobalOptions options, Configuration configuration, Box box) {
        return reader(options, configuration).of(box);
    }

    /** Returns what tells the public addresses of several boxes of one call. */
    PublicEndpoints reader(GlobalOptions options, Configuration configuration) {
        return new PublicEndpoints(configuration.gateway(), new Mappings(options)::read);
    }

    private final class Mappings {

        private final GlobalOptions options;

        private @Nullable List<PortMapping> known;

        Mappings(GlobalOptions options) {
            this.options = options;
        }

        List<PortMapping> read() {
            if (known == null) {
                try (GatewayHost host = gateways.remote(options, entry -> {})) {
                    known = host.read().mappings();
                }
            }
            return known;
        }
    }
}
