package dev.monsh.adapter.host;

import dev.monsh.failure.RejectedException;
import dev.monsh.json.JsonTree;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.PeerLink;
import dev.monsh.tailnet.Tailnet;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what {@code tailscale status --json} prints: the type Status of Tailscale's package ipnstate. Its fields come and go
 * with versions, so whatever is missing reads as nothing known.
 */
public final class TailscaleStatus {

    private TailscaleStatus() {}

    /**
     * Reads the document.
     *
     * @param place the machine that it is from, as it stands in a sentence
     * @throws RejectedException where it is not JSON, or not a status
     */
    public static Tailnet read(String place, String json) {
        JsonTree status = parse(place, json);
        String state = status.text("BackendState");
        if (state.isEmpty()) {
            throw unreadable(place, "BackendState is missing");
        }
        List<Peer> peers = new ArrayList<>();
        for (JsonTree peer : status.get("Peer").members().values()) {
            // a machine that only receives something that this one shares; nothing can be asked of it
            if (!is(peer, "ShareeNode")) {
                peers.add(peer(peer, false));
            }
        }
        peers.sort(Comparator.comparing((Peer peer) -> peer.name().toLowerCase(Locale.ROOT))
                .thenComparing(Peer::dnsName));
        JsonTree self = status.get("Self");
        if (!self.members().isEmpty()) {
            peers.addFirst(peer(self, true));
        }
        return new Tailnet(place, state, peers);
    }

    private static JsonTree parse(String place, String json) {
        try {
            return JsonTree.parse(json);
        } catch (IOException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw unreadable(place, first);
        }
    }

    private static RejectedException unreadable(String place, String why) {
        return new RejectedException(
                "tailscale on " + place, "what 'tailscale status --json' prints can't be read: " + why);
    }

    private static Peer peer(JsonTree peer, boolean self) {
        boolean online = is(peer, "Online");
        String dnsName = peer.text("DNSName");
        return new Peer(
                peer.text("HostName"),
                dnsName.endsWith(".") ? dnsName.substring(0, dnsName.length() - 1) : dnsName,
                peer.text("OS"),
                peer.get("TailscaleIPs").texts(),
                self,
                online,
                online ? Optional.empty() : time(peer.text("LastSeen")),
                self ? new PeerLink.Idle("") : link(peer),
                time(peer.text("KeyExpiry")),
                is(peer, "Expired"));
    }

    private static boolean is(JsonTree peer, String name) {
        return peer.text(name).equals("true");
    }

    /** A relay is named for every machine, also where nothing goes through it: then the machine is not active. */
    private static PeerLink link(JsonTree peer) {
        if (!peer.text("CurAddr").isEmpty()) {
            return new PeerLink.Direct(peer.text("CurAddr"));
        }
        String region = peer.text("Relay").isEmpty() ? "" : "DERP " + peer.text("Relay");
        String relay = peer.text("PeerRelay").isEmpty() ? region : peer.text("PeerRelay");
        return is(peer, "Active") && !relay.isEmpty() ? new PeerLink.Relayed(relay) : new PeerLink.Idle(relay);
    }

    /** Go writes a time that is not set as the first instant of year 1. */
    private static Optional<Instant> time(String text) {
        if (text.isEmpty() || text.startsWith("0001-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
