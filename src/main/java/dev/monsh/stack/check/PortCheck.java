package dev.monsh.stack.check;

import dev.monsh.failure.Problem;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.PortOwners;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of the services: against each other, against this machine, and who can reach them. */
final class PortCheck {

    private record Taken(StackService service, PublishedPort port, Problem place) {}

    private final StackReading reading;
    private final Findings findings;

    PortCheck(StackReading reading, Findings findings) {
        this.reading = reading;
        this.findings = findings;
    }

    /** Checks the ports; those of the stack itself, which runs, are no clash with this machine. */
    void run(PortOwners owners, Set<Integer> ownPorts) {
        List<Taken> taken = new ArrayList<>();
        for (StackService service : reading.stack().services()) {
            List<PublishedPort> ports = service.ports();
            for (int i = 0; i < ports.size(); i++) {
                Taken each = new Taken(service, ports.get(i), place(service, i));
                if (ports.get(i).published() != 0) {
                    taken.stream()
                            .filter(other -> clash(other.port(), each.port()))
                            .findFirst()
                            .ifPresent(other -> clash(each, other));
                    taken.add(each);
                }
                open(each);
            }
        }
        machine(taken, owners, ownPorts);
    }

    private Problem place(StackService service, int index) {
        return reading.source(service)
                .map(source -> source.ports().get(index))
                .orElseGet(() -> findings.at(service, "ports"));
    }

    private static boolean clash(PublishedPort one, PublishedPort other) {
        return one.published() == other.published()
                && (one.address().equals(other.address()) || one.isOnEveryAddress() || other.isOnEveryAddress());
    }

    private void clash(Taken each, Taken other) {
        String who = other.service().name().equals(each.service().name())
                ? "this service"
                : other.service().name();
        findings.error(
                each.service(),
                each.place(),
                "port " + each.port().published() + " is already published by " + who + " in line "
                        + other.place().line(),
                "change one of the two ports");
    }

    private void open(Taken each) {
        if (each.port().isOnEveryAddress() && !reading.stack().composeFile().isEmpty()) {
            findings.warning(
                    each.service(),
                    each.place(),
                    "port " + each.port().target() + " is open on every address of this machine, without a password",
                    "put 127.0.0.1: in front, or this machine's Tailscale address if the gateway needs the port");
        }
    }

    private void machine(List<Taken> taken, PortOwners owners, Set<Integer> ownPorts) {
        Set<Integer> seen = new HashSet<>(ownPorts);
        for (Taken each : taken) {
            if (seen.add(each.port().published())) {
                owners.owner(each.port().published())
                        .ifPresent(owner -> findings.warning(
                                each.service(),
                                each.place(),
                                owner + " on this machine listens on port "
                                        + each.port().published(),
                                "stop it or choose another port"));
            }
        }
    }
}
