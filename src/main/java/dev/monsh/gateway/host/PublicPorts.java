package dev.monsh.gateway.host;

import dev.monsh.failure.PartialException;
import java.util.ArrayList;
import java.util.List;

/** The last step of a change: every port of it is asked from outside. The change stays whatever they say. */
public final class PublicPorts {

    private final PortProbe probe;
    private final String publicHost;

    /** Takes the address under which clients reach the gateway. */
    public PublicPorts(PortProbe probe, String publicHost) {
        this.probe = probe;
        this.publicHost = publicHost;
    }

    /**
     * Asks the ports.
     *
     * @throws PartialException where nginx runs as it should and a port does not answer all the same
     */
    public void require(List<Integer> ports) {
        List<String> failures = new ArrayList<>();
        for (int port : ports) {
            switch (probe.ask(publicHost, port, PortProbe.Request.READY)) {
                case PortProbe.Answer.Answered _ -> {}
                case PortProbe.Answer.NothingBehind nothing -> failures.add("port " + port + " " + nothing.words());
                case PortProbe.Answer.Silent(String reason) ->
                    failures.add("port " + port + " can't be reached from here: " + reason);
            }
        }
        if (!failures.isEmpty()) {
            throw new PartialException(
                    "gateway " + publicHost,
                    "nginx has taken the change, but " + String.join("; ", failures),
                    "monsh gateway check");
        }
    }
}
