package dev.monsh.view.gateway;

import dev.monsh.tailnet.KnownPeer;
import dev.monsh.tailnet.PeerLink;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import java.time.Instant;
import java.util.Optional;

/** How the machines of a tailnet look. */
public final class TailnetViews {

    private TailnetViews() {}

    /** Returns the view of {@code tailscale status}. */
    public static ResultView<KnownPeer> peers(Instant now) {
        return Columns.<KnownPeer>of()
                .text("host", known -> known.peer().name())
                .style(Style.ACCENT)
                .member("host_name", known -> known.peer().hostName())
                .member("dns_name", known -> known.peer().dnsName())
                .texts("address", " ", known -> known.peer().addresses())
                .json((json, known) ->
                        json.name("addresses").strings(known.peer().addresses()))
                .wrapped(15)
                .text("os", known -> known.peer().os())
                .worth(1)
                .truth("online", known -> known.peer().online())
                .time("last seen", now, known -> known.peer().lastSeen())
                .worth(4)
                .text("link", known -> known.peer().link().text())
                .json((json, known) -> json.member("link", known.peer().link().word()))
                .style(known -> known.peer().link() instanceof PeerLink.Relayed ? Style.WARNING : Style.PLAIN)
                .worth(6)
                .member(
                        "via",
                        (json, known) -> Optional.of(known.peer().link().via())
                                .filter(via -> !via.isEmpty())
                                .ifPresentOrElse(json::value, json::nullValue))
                .text(
                        "key expiry",
                        known -> known.peer().expired()
                                ? "expired"
                                : time(known.peer().keyExpiry()))
                .json((json, known) -> known.peer()
                        .keyExpiry()
                        .map(String::valueOf)
                        .ifPresentOrElse(json.name("key_expiry")::value, json::nullValue))
                .readable(known -> known.peer().expired()
                        ? "expired"
                        : known.peer()
                                .keyExpiry()
                                .map(at -> UnitText.age(at, now))
                                .orElse(""))
                .style(known -> known.peer().expired() ? Style.BAD : Style.PLAIN)
                .worth(3)
                .member("key_expired", (json, known) -> json.value(known.peer().expired()))
                .text("self", known -> known.peer().self() ? "yes" : "")
                .json((json, known) -> json.name("self").value(known.peer().self()))
                .worth(2)
                .optional("box", KnownPeer::box)
                .worth(5)
                .view();
    }

    private static String time(Optional<Instant> time) {
        return time.map(String::valueOf).orElse("");
    }
}
