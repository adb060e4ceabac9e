package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.pattern.Language;
import dev.monsh.gateway.traffic.Arrival;
import dev.monsh.gateway.traffic.RequestFlow;
import dev.monsh.gateway.traffic.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What clients can do to a service behind a server. It counts as open unless it is shown that nothing but reading comes
 * through, whatever a client asks for.
 */
public sealed interface Exposure {

    /** Only what is needed for reading reaches the service. */
    record Closed() implements Exposure {}

    /**
     * Something else reaches it.
     *
     * @param method one by which it does
     * @param paths some of the paths that the service is asked for; at least one
     */
    record Open(String method, List<String> paths) implements Exposure {}

    /** It can't be told: {@code why} names what it depends on. */
    record Undecided(String why) implements Exposure {}

    /** Judges one target of a server. */
    static Exposure of(ServerBlock server, Target target, Optional<Server> service) {
        try {
            return judged(server, target, ServicePaths.of(service));
        } catch (Language.TooComplexException e) {
            return new Undecided("there are too many ways through it");
        }
    }

    private static Exposure judged(ServerBlock server, Target target, ServicePaths paths) {
        if (server.protocol() != Protocol.HTTP) {
            return new Open("POST", paths.writes());
        }
        Optional<String> why = RequestFlow.doubt(server.chain());
        for (Arrival arrival : arrivals(server, target)) {
            Language beyond = arrival.paths().minus(paths.harmless());
            if (beyond.isEmpty()) {
                continue;
            }
            if (arrival.doubt().isEmpty()) {
                return open(arrival, beyond, paths);
            }
            why = arrival.doubt();
        }
        return why.<Exposure>map(Undecided::new).orElseGet(Closed::new);
    }

    @SuppressWarnings("ReferenceEquality") // the very directive that the request arrived at
    private static List<Arrival> arrivals(ServerBlock server, Target target) {
        return RequestFlow.arrivals(server.chain(), Requests.all()).stream()
                .filter(arrival -> server.routes().stream()
                        .anyMatch(route -> route.proxyPass() == arrival.proxyPass()
                                && route.target().sameAs(target)))
                .filter(arrival -> !arrival.methods().isEmpty())
                .toList();
    }

    private static Exposure open(Arrival arrival, Language beyond, ServicePaths paths) {
        List<String> known =
                new ArrayList<>(paths.writes().stream().filter(beyond::contains).toList());
        if (known.isEmpty()) {
            known.add(beyond.example().orElseThrow());
        }
        String method = List.of("POST", "GET").stream()
                .filter(arrival.methods()::contains)
                .findFirst()
                .orElseGet(() -> arrival.methods().example().orElseThrow());
        return new Open(method, List.copyOf(known));
    }

    /** Returns whether other methods than GET, HEAD and POST reach the target. */
    static boolean letsOtherMethods(ServerBlock server, Target target) {
        Language usual = Language.of("GET").or(Language.of("HEAD")).or(Language.of("POST"));
        try {
            return server.protocol() == Protocol.HTTP
                    && arrivals(server, target).stream()
                            .anyMatch(arrival -> !arrival.methods().isWithin(usual));
        } catch (Language.TooComplexException e) {
            return true;
        }
    }
}
