package dev.monsh.tailnet;

import dev.monsh.box.Box;
import java.util.List;
import java.util.Optional;

/**
 * A machine, and what the configuration calls it.
 *
 * @param box the name of the box with one of its addresses
 */
public record KnownPeer(Peer peer, Optional<String> box) {

    static KnownPeer of(Peer peer, List<Box> boxes) {
        return new KnownPeer(
                peer,
                boxes.stream()
                        .filter(box ->
                                box.tailscaleIp().filter(peer::hasAddress).isPresent())
                        .map(Box::name)
                        .findFirst());
    }

    /** Returns whether a person who says this means the machine: its name, its address, or the box's name. */
    public boolean isCalled(String text) {
        return peer.isCalled(text) || box.filter(text::equals).isPresent();
    }
}
