package dev.monsh.tailnet;

import dev.monsh.box.Box;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import java.util.List;
import java.util.Optional;

/**
 * A tailnet as one of its machines knows it.
 *
 * @param place the machine that was asked, as it stands in a sentence: {@code this machine}
 * @param state of Tailscale there: {@code Running}, or why it knows nothing
 * @param peers all machines that it knows, itself first, then by name
 */
public record Tailnet(String place, String state, List<Peer> peers) {

    /** The place of the machine that monsh runs on. */
    public static final String HERE = "this machine";

    public Tailnet {
        peers = List.copyOf(peers);
    }

    /**
     * Returns this tailnet where Tailscale runs and is logged in; without that it knows nothing, or what it knew long ago.
     *
     * @throws RefusedException where it is stopped, logged out, or not let in yet
     * @throws UnreachableException where it is only being started
     */
    public Tailnet required() {
        if (state.equals("Running") || state.equals("Starting")) {
            return this;
        }
        throw failure("tailscale on " + place);
    }

    private MonshException failure(String what) {
        return switch (state) {
            case "NeedsLogin" ->
                new RefusedException(what, "it is not logged in to a tailnet", command("sudo tailscale up"));
            case "Stopped" -> new RefusedException(what, "it is stopped", command("sudo tailscale up"));
            case "NeedsMachineAuth" -> new RefusedException(what, "a tailnet administrator has not approved it yet");
            case "NoState" ->
                new UnreachableException(what, "it is still starting; try again in a few seconds", "tailscale status");
            default -> new RejectedException(what, "it is in an unknown state: " + state);
        };
    }

    private String command(String there) {
        return place.equals(HERE) ? there : "ssh " + place + " " + there;
    }

    /** Returns the machines that a person may mean by a name or an address; mostly one. */
    public List<Peer> called(String text) {
        return peers.stream().filter(peer -> peer.isCalled(text)).toList();
    }

    /** Returns the machine with this address. */
    public Optional<Peer> at(String address) {
        return peers.stream().filter(peer -> peer.hasAddress(address)).findFirst();
    }

    /** Returns the machines with the boxes of a configuration that they are. */
    public List<KnownPeer> known(List<Box> boxes) {
        return peers.stream().map(peer -> KnownPeer.of(peer, boxes)).toList();
    }
}
