package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.MappingReader;
import dev.monsh.adapter.yaml.PathResolver;
import dev.monsh.box.Box;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.box.ServerUrl;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one box. A box is on this machine when it has a {@code stack}, or names no address at all; there every server
 * without an address has the one of the stack. Any other box has only the addresses that it names.
 */
final class BoxReader {

    private final PathResolver paths;
    private final EndpointReader endpointReader;

    BoxReader(PathResolver paths) {
        this.paths = paths;
        this.endpointReader = new EndpointReader(paths);
    }

    Box read(String name, MappingReader mapping) {
        Optional<Path> stack = mapping.path("stack", paths);
        Map<Server, Endpoint> endpoints = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            mapping.mapping(server.key())
                    .flatMap(endpointReader::read)
                    .ifPresent(endpoint -> endpoints.put(server, endpoint));
        }
        Optional<String> tailscaleIp = mapping.text("tailscale_ip");
        if (tailscaleIp.isPresent() && !isAddress(tailscaleIp.get())) {
            mapping.faultAtValue("tailscale_ip", "'tailscale_ip' must be an IP address such as 100.64.0.7");
        }
        mapping.finish();
        Set<Server> assumed = EnumSet.noneOf(Server.class);
        if (stack.isPresent() || endpoints.isEmpty()) {
            for (Server server : Server.values()) {
                if (endpoints.putIfAbsent(server, server.onThisMachine()) == null) {
                    assumed.add(server);
                }
            }
        }
        return new Box(name, stack, endpoints, tailscaleIp, assumed);
    }

    static boolean isOnThisMachine(Optional<Path> stack, Map<Server, Endpoint> endpoints) {
        Endpoint prometheus = endpoints.get(Server.PROMETHEUS);
        return stack.isPresent() || prometheus == null || ServerUrl.onThisMachine(prometheus.url());
    }

    private static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isVersion6(text) : isVersion4(text);
    }

    private static boolean isVersion4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(Character::isDigit);
            if (!digits || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVersion6(String text) {
        return text.length() <= 45 && text.chars().allMatch(each -> each == ':' || Character.digit(each, 16) >= 0);
    }
}
