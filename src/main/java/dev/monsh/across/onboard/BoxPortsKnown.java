package dev.monsh.across.onboard;

import dev.monsh.failure.MonshException;
import java.util.Optional;

/** What is known about a box for the journal, even if incomplete. */
record BoxPortsKnown(String address, Optional<Integer> prometheus, Optional<Integer> loki) {

    static BoxPortsKnown of(PlannedBox box) {
        String address = "";
        try {
            address = box.address().text();
            BoxPorts ports = box.ports();
            return new BoxPortsKnown(address, Optional.of(ports.prometheus()), Optional.of(ports.loki()));
        } catch (MonshException e) {
            // the step that needs it says why
            return new BoxPortsKnown(address, Optional.empty(), Optional.empty());
        }
    }
}
