package dev.monsh.gateway.check;

import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.transaction.GatewayState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the way from here to every box, hop by hop, and says of each whether it is good. */
public final class GatewayCheck {

    private final RemoteHost host;
    private final PortProbe outside;
    private final String publicHost;

    /** Takes a connection, and what asks the public ports from here. */
    public GatewayCheck(RemoteHost host, PortProbe outside, String publicHost) {
        this.host = host;
        this.outside = outside;
        this.publicHost = publicHost;
    }

    /** Returns the hops of the gateway itself; that there is a connection is the first. */
    public List<Hop> machine(GatewayState state) {
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop("ssh", true, host.name()));
        hops.add(new Hop(
                "file", state.file().isPresent(), state.file().orElse("no such file; the first mapping creates it")));
        hops.add(new Hop(
                "configuration", state.complaint().isEmpty(), state.complaint().orElse("valid")));
        if (state.complaint().isPresent()) {
            return hops;
        }
        hops.add(new Hop(
                "loaded", state.loaded(), state.loaded() ? "nginx includes the file" : "nothing includes the file"));
        hops.add(new Hop(
                "nginx",
                state.master().isPresent(),
                state.master().map(pid -> "runs as " + pid).orElse("is not running")));
        hops.add(new Hop("workers", state.workers() > 0, String.valueOf(state.workers())));
        return hops;
    }

    /** Returns the hops of one mapping. */
    public List<Hop> mapping(GatewayState state, CheckedPort mapping) {
        String port = "port " + mapping.port();
        boolean owned = state.missing().stream()
                .noneMatch(missing ->
                        missing.substring(missing.lastIndexOf(':') + 1).equals(String.valueOf(mapping.port())));
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop(port + " owned", owned, owned ? "nginx listens" : "nginx does not listen on it"));
        mapping.target().ifPresent(target -> {
            PortProbe.Answer answer = host.probe().ask(target, mapping.targetPort(), mapping.question());
            hops.add(new Hop(
                    port + " target",
                    answer instanceof PortProbe.Answer.Answered,
                    target + ":" + mapping.targetPort() + " " + answer.words()));
        });
        PortProbe.Answer answer = ask(mapping, mapping.question());
        String name = mapping.names().like(publicHost);
        hops.add(new Hop(
                port + " public",
                answer instanceof PortProbe.Answer.Answered,
                publicHost + " " + answer.words() + (name.equals(publicHost) ? "" : " to the name " + name)));
        if (mapping.tails()) {
            hops.addAll(tail(mapping));
        }
        hops.addAll(refusals(mapping));
        return List.copyOf(hops);
    }

    private PortProbe.Answer ask(CheckedPort mapping, PortProbe.Request request) {
        return outside.ask(publicHost, mapping.port(), mapping.asked(request, publicHost));
    }

    /** A port that asks for a password answers 401 to all, so that no more can be told from outside. */
    private List<Hop> tail(CheckedPort mapping) {
        String port = "port " + mapping.port();
        PortProbe.Answer upgrade = ask(mapping, PortProbe.Request.UPGRADE);
        return List.of(new Hop(port + " live tail", is(upgrade, 101, 401), "an upgrade " + upgrade.words()));
    }

    /** What would write or stop something must be refused by nginx itself, whatever the service says to it. */
    private List<Hop> refusals(CheckedPort mapping) {
        WriteProof proof = new WriteProof(outside, publicHost);
        if (mapping.service().isEmpty()) {
            return List.of();
        }
        Optional<String> open = proof.open(mapping);
        String name = "port " + mapping.port() + " write refused";
        return List.of(new Hop(name, open.isEmpty(), open.orElse("nginx refuses it")));
    }

    private static boolean is(PortProbe.Answer answer, int... statuses) {
        if (answer instanceof PortProbe.Answer.Answered(int status)) {
            for (int each : statuses) {
                if (each == status) {
                    return true;
                }
            }
        }
        return false;
    }
}
