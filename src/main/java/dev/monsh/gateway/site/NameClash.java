package dev.monsh.gateway.site;

import dev.monsh.gateway.PortRange;
import java.util.List;
import java.util.Locale;

/** Two servers of {@code http} with one address, port and name: nginx warns, and only ever asks the one it reads first. */
public record NameClash(ServerBlock first, ServerBlock second) {

    /** Returns whether they clash on ports of the second one. */
    public boolean on(PortRange ports) {
        return first.protocol() == Protocol.HTTP
                && second.protocol() == Protocol.HTTP
                && names(second).stream().anyMatch(names(first)::contains)
                && addresses(second, ports).stream().anyMatch(addresses(first, ports)::contains);
    }

    /** Returns whether they clash on any port. */
    public boolean anywhere() {
        return second.ports().stream().anyMatch(this::on);
    }

    /** Returns the names of a server, in lower case; of one without a name the empty one. */
    public static List<String> names(ServerBlock server) {
        return server.names().isEmpty()
                ? List.of("")
                : server.names().stream()
                        .map(name -> name.equals("\"\"") ? "" : name.toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static List<String> addresses(ServerBlock server, PortRange ports) {
        if (server.listens().isEmpty()) {
            return server.ports().contains(ports) ? List.of("") : List.of();
        }
        return server.listens().stream()
                .filter(listen -> listen.ports().contains(ports.first()))
                .map(listen -> listen.address().replace("*", "").replace("0.0.0.0", ""))
                .toList();
    }
}
