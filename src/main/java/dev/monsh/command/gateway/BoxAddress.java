package dev.monsh.command.gateway;

import dev.monsh.box.Box;
import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.UsageException;
import dev.monsh.tailnet.AddressCheck;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.terminal.Console;
import java.util.List;
import java.util.Optional;

/** Finds the address of a box that is to be mapped, and says what is odd about it. */
final class BoxAddress {

    private final String box;
    private final Optional<Tailnet> tailnet;
    private final Console console;

    BoxAddress(String box, Optional<Tailnet> tailnet, Console console) {
        this.box = box;
        this.tailnet = tailnet;
        this.console = console;
    }

    /**
     * Returns the address that was given, else that of the configuration, else that of the machine of this name in the tailnet.
     *
     * @throws UsageException where there is none of them, or several machines have the name
     */
    TailnetAddress find(Optional<TailnetAddress> given, List<Box> boxes) {
        Optional<TailnetAddress> address = given.or(() -> configured(boxes));
        if (address.isEmpty()) {
            return ofTailnet();
        }
        if (address.get().isOfTailnet()) {
            tailnet.stream()
                    .flatMap(net ->
                            new AddressCheck(net).warnings(box, address.get().text()).stream())
                    .forEach(console::warn);
        }
        return address.get();
    }

    private Optional<TailnetAddress> configured(List<Box> boxes) {
        Optional<String> text = boxes.stream()
                .filter(each -> each.name().equals(box))
                .flatMap(each -> each.tailscaleIp().stream())
                .findFirst();
        text.ifPresent(ip -> console.note(ip + " is the address of " + box + " in the configuration"));
        return text.map(ip -> TailnetAddress.parse("tailscale_ip of box " + box, ip));
    }

    private TailnetAddress ofTailnet() {
        List<Peer> found = tailnet.map(net -> net.peers().stream()
                        .filter(peer -> peer.hasName(box) && peer.mainAddress().isPresent())
                        .toList())
                .orElse(List.of());
        if (found.size() > 1) {
            throw needed("several machines of the tailnet are called so: "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(peer -> peer.dnsName() + " "
                                            + peer.mainAddress().orElse(""))
                                    .toList()));
        }
        if (found.isEmpty()) {
            throw needed("the configuration has no tailscale_ip of it"
                    + tailnet.map(net -> ", and tailscale on " + net.place() + " knows no machine of that name")
                            .orElse(""));
        }
        String ip = found.getFirst().mainAddress().orElseThrow();
        console.note(ip + " is the address of " + found.getFirst().name() + " in the tailnet");
        tailnet.stream()
                .flatMap(net -> new AddressCheck(net).warnings(box, ip).stream())
                .forEach(console::warn);
        return TailnetAddress.parse("the tailnet's address of " + box, ip);
    }

    private UsageException needed(String why) {
        return new UsageException(
                "gateway map add " + box, "needs --tailscale-ip IP: " + why, "monsh tailscale status");
    }
}
