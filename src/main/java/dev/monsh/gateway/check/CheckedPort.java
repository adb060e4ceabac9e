package dev.monsh.gateway.check;

import dev.monsh.box.Server;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.RoutedName;
import dev.monsh.gateway.site.Target;
import java.util.List;
import java.util.Optional;

/**
 * A mapping as far as a check needs to know it.
 *
 * @param target the host that it leads to; empty where it can't be told
 * @param service what answers there; empty where it is not known
 * @param names those that nginx leads to it
 * @param encrypted whether the port speaks TLS
 */
public record CheckedPort(
        int port,
        Optional<String> target,
        int targetPort,
        Optional<Server> service,
        RoutedName names,
        boolean encrypted) {

    /** A port that speaks clear text. */
    public CheckedPort(int port, Optional<String> target, int targetPort, Optional<Server> service, RoutedName names) {
        this(port, target, targetPort, service, names, false);
    }

    /** Returns what is to be checked of a mapping; of several members of an upstream it is the first. */
    static CheckedPort of(PortMapping mapping) {
        return switch (mapping.target()) {
            case Target.Address address -> of(mapping, Optional.of(address.host()), address.port());
            case Target.Group group
            when !group.members().isEmpty() ->
                of(
                        mapping,
                        Optional.of(group.members().getFirst().host()),
                        group.members().getFirst().port());
            case Target.Group _, Target.Dynamic _, Target.Other _ -> of(mapping, Optional.empty(), 0);
        };
    }

    private static CheckedPort of(PortMapping mapping, Optional<String> target, int targetPort) {
        Optional<String> host = target.map(each -> each.startsWith("[") ? each.substring(1, each.length() - 1) : each);
        return new CheckedPort(
                mapping.publicPort(),
                host,
                targetPort,
                mapping.service(),
                new RoutedName(mapping.names()),
                mapping.encrypts());
    }

    /** Tells whether it leads to Loki, so that live tail must pass and a push must not. */
    boolean tails() {
        return service.filter(Server.LOKI::equals).isPresent();
    }

    /** Returns the question whether the service is ready. */
    PortProbe.Request question() {
        return service.filter(Server.PROMETHEUS::equals).isPresent()
                ? PortProbe.Request.PROMETHEUS_READY
                : PortProbe.Request.READY;
    }

    /** Returns a request as nginx leads it to this mapping: under a name of its block, else under the gateway's. */
    PortProbe.Question asked(PortProbe.Request request, String publicHost) {
        return new PortProbe.Question(request, Optional.of(names.like(publicHost)), Optional.empty(), encrypted);
    }

    /** Returns it without what is of the public port alone, so that mappings to one target are equal. */
    CheckedPort asTarget() {
        return new CheckedPort(0, target, targetPort, service, new RoutedName(List.of()));
    }
}
