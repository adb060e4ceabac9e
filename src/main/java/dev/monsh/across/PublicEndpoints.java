package dev.monsh.across;

import dev.monsh.box.Box;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Server;
import dev.monsh.box.ServerUrl;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Protocol;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The addresses under which somebody outside, Grafana for instance, reaches the servers of a box: what the configuration
 * says, unless that is an address of the box itself, else the port of the gateway that leads there.
 */
public final class PublicEndpoints {

    /** What the gateway maps. */
    public static final List<Server> SERVERS = List.of(Server.PROMETHEUS, Server.LOKI);

    private final Optional<GatewaySettings> gateway;
    private final Supplier<List<PortMapping>> mappings;

    /**
     * Prepares for boxes.
     *
     * @param mappings reads the gateway's mappings; asked only where the configuration does not tell
     */
    public PublicEndpoints(Optional<GatewaySettings> gateway, Supplier<List<PortMapping>> mappings) {
        this.gateway = gateway;
        this.mappings = mappings;
    }

    /** Returns the public addresses of a box; without those that nobody knows. */
    public Map<Server, Endpoint> of(Box box) {
        EnumMap<Server, Endpoint> found = new EnumMap<>(Server.class);
        for (Server server : SERVERS) {
            configured(box, server).ifPresent(endpoint -> found.put(server, endpoint));
        }
        if (found.size() < SERVERS.size() && host().isPresent()) {
            for (PortMapping mapping : mappings.get()) {
                mapped(box, mapping).forEach(found::putIfAbsent);
            }
        }
        return found;
    }

    /** Returns what the configuration says of a server where that is a public address. */
    public Optional<Endpoint> configured(Box box, Server server) {
        return box.endpoint(server).filter(endpoint -> isPublic(endpoint.url()));
    }

    private boolean isPublic(URI url) {
        boolean gatewayItself = host().filter(url.getHost()::equalsIgnoreCase).isPresent();
        return gatewayItself || !ServerUrl.onThisMachine(url);
    }

    private Map<Server, Endpoint> mapped(Box box, PortMapping mapping) {
        boolean ofBox = mapping.box().filter(box.name()::equals).isPresent() && mapping.protocol() == Protocol.HTTP;
        Optional<Server> server = mapping.service().filter(SERVERS::contains);
        if (!ofBox || server.isEmpty()) {
            return Map.of();
        }
        String scheme = mapping.encrypts() ? "https" : "http";
        URI url = URI.create(scheme + "://" + bracketed(host().orElseThrow()) + ":" + mapping.publicPort());
        Endpoint endpoint = box.endpoint(server.get())
                .map(each -> each.withUrl(url))
                .orElseGet(
                        () -> new Endpoint(url, new Credential.None(), Map.of(), Optional.empty(), Optional.empty()));
        return Map.of(server.get(), endpoint);
    }

    /** Returns the gateway's public name or address. */
    public Optional<String> host() {
        return gateway.map(each -> each.publicHost().orElse(each.host()));
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
