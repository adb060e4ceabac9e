package dev.monsh.gateway.check;

import dev.monsh.box.Server;
import dev.monsh.gateway.host.PortProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a public port for what it must refuse. Only requests are sent that do nothing even where they are let through: writes
 * with an empty body, and a question that only reads. Everything else is decided from the configuration.
 */
final class WriteProof {

    private final PortProbe outside;
    private final String publicHost;

    WriteProof(PortProbe outside, String publicHost) {
        this.outside = outside;
        this.publicHost = publicHost;
    }

    /** Returns what is open, in a few words; empty where nginx refuses, or nothing can be asked from here. */
    Optional<String> open(CheckedPort port) {
        List<String> open = new ArrayList<>();
        for (PortProbe.Request request : requests(port.service())) {
            switch (outside.ask(publicHost, port.port(), port.asked(request, publicHost))) {
                case PortProbe.Answer.Answered(int status) -> open.add(words(request) + " gets the answer " + status);
                case PortProbe.Answer.NothingBehind(int status) ->
                    open.add(words(request) + " gets the answer " + status);
                case PortProbe.Answer.Refused _, PortProbe.Answer.Silent _, PortProbe.Answer.Unasked _ -> {}
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", open) + ", which does not come from nginx");
    }

    private static List<PortProbe.Request> requests(Optional<Server> service) {
        if (service.filter(Server.PROMETHEUS::equals).isPresent()) {
            return List.of(PortProbe.Request.REMOTE_WRITE);
        }
        return service.filter(Server.LOKI::equals).isPresent()
                ? List.of(PortProbe.Request.PUSH, PortProbe.Request.PREPARE_SHUTDOWN)
                : List.of();
    }

    private static String words(PortProbe.Request request) {
        return switch (request) {
            case PUSH -> "a push";
            case REMOTE_WRITE -> "a remote write";
            case PREPARE_SHUTDOWN -> "GET /ingester/prepare_shutdown";
            case READY, PROMETHEUS_READY, UPGRADE -> "a question";
        };
    }
}
