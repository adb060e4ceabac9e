package dev.monsh.gateway.site;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which clients know the gateway. */
public record ServerNames(GatewaySite site) {

    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

    /** Returns what the configuration says, else what a mapping in the file is named. */
    public Optional<String> ofGateway() {
        if (site.publicHost().isPresent()) {
            return site.publicHost().map(ServerNames::required);
        }
        return site.ownServers().stream()
                .filter(server ->
                        server.protocol() == Protocol.HTTP && !server.routes().isEmpty())
                .flatMap(server -> server.names().stream())
                .filter(ServerNames::isUsable)
                .findFirst();
    }

    private static String required(String host) {
        boolean port = host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':');
        String name = host.indexOf(':') >= 0 && !port && !host.startsWith("[") ? "[" + host + "]" : host;
        if (!isUsable(name)) {
            throw new ConfigurationException(List.of(new Problem(
                    "gateway.public_host '" + host + "'",
                    0,
                    0,
                    "must be a host name or an IP address, without a port")));
        }
        return name;
    }

    /** What the manual's reader forgot to fill in, patterns, and the empty name name nobody. */
    public static boolean isUsable(String name) {
        return USABLE.matcher(name).matches();
    }
}
