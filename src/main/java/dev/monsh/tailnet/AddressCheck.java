package dev.monsh.tailnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether an address belongs to a box, as far as the tailnet knows. */
public final class AddressCheck {

    private final Tailnet tailnet;

    public AddressCheck(Tailnet tailnet) {
        this.tailnet = tailnet;
    }

    /** Returns what a person should know before packets for a box are sent to this address; a line each. */
    public List<String> warnings(String box, String address) {
        Optional<Peer> found = tailnet.at(address);
        if (found.isEmpty()) {
            return List.of("tailscale on " + tailnet.place() + " does not know a machine with the address " + address);
        }
        Peer peer = found.get();
        List<String> warnings = new ArrayList<>();
        if (!peer.hasName(box)) {
            warnings.add(address + " is the address of " + peer.name() + " in the tailnet, not of " + box);
        }
        if (peer.expired()) {
            warnings.add("the key of " + peer.name() + " has expired; log that machine in to the tailnet again");
        } else if (!peer.online()) {
            warnings.add(peer.name() + " is offline"
                    + peer.lastSeen().map(time -> ", last seen " + time).orElse(""));
        }
        return warnings;
    }
}
