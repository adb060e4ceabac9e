package dev.monsh.view.gateway;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.tailnet.KnownPeer;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.PeerLink;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the machines of a tailnet look. */
public final class TailnetViews {

    private TailnetViews() {}

    /** Returns the view of {@code tailscale status}. */
    public static ResultView<KnownPeer> peers() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("host")
                        .left("address")
                        .left("os")
                        .left("online")
                        .left("last seen")
                        .left("link")
                        .left("key expiry")
                        .left("self")
                        .left("box"),
                TailnetViews::row,
                TailnetViews::json);
    }

    private static List<Table.Cell> row(KnownPeer known) {
        Peer peer = known.peer();
        return List.of(
                cell(peer.name(), Style.ACCENT),
                cell(String.join(" ", peer.addresses()), Style.PLAIN),
                cell(peer.os(), Style.PLAIN),
                cell(peer.online() ? "yes" : "no", peer.online() ? Style.GOOD : Style.WARNING),
                cell(time(peer.lastSeen()), Style.PLAIN),
                cell(peer.link().text(), peer.link() instanceof PeerLink.Relayed ? Style.WARNING : Style.PLAIN),
                peer.expired() ? cell("expired", Style.BAD) : cell(time(peer.keyExpiry()), Style.PLAIN),
                cell(peer.self() ? "yes" : "", Style.PLAIN),
                cell(known.box().orElse(""), Style.PLAIN));
    }

    private static String time(Optional<Instant> time) {
        return time.map(String::valueOf).orElse("");
    }

    private static void json(JsonWriter json, KnownPeer known) {
        Peer peer = known.peer();
        json.beginObject()
                .member("host", peer.name())
                .member("host_name", peer.hostName())
                .member("dns_name", peer.dnsName())
                .name("addresses")
                .beginArray();
        peer.addresses().forEach(json::value);
        json.endArray().member("os", peer.os()).name("online").value(peer.online());
        optional(json, "last_seen", peer.lastSeen().map(String::valueOf));
        json.member("link", peer.link().word());
        optional(json, "via", Optional.of(peer.link().via()).filter(via -> !via.isEmpty()));
        optional(json, "key_expiry", peer.keyExpiry().map(String::valueOf));
        json.name("key_expired").value(peer.expired()).name("self").value(peer.self());
        optional(json, "box", known.box());
        json.endObject();
    }

    private static void optional(JsonWriter json, String name, Optional<String> value) {
        json.name(name);
        value.ifPresentOrElse(json::value, json::nullValue);
    }
}
