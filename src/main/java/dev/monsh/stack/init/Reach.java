package dev.monsh.stack.init;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.PublishedPort;
import java.util.List;

/** Who can reach Prometheus and Loki; the other servers answer this machine alone. */
public sealed interface Reach {

    /** This machine. */
    record ThisMachine() implements Reach {}

    /**
     * This machine, and the tailnet, through which the gateway comes.
     *
     * @param address the machine's own address there
     */
    record Tailnet(TailnetAddress address) implements Reach {

        /**
         * Reads the address.
         *
         * @param where it was given
         * @throws UsageException where it is no IPv4 address, or one that stands for others
         */
        public static Tailnet of(String where, String text) {
            String what = where + " " + text;
            TailnetAddress address = TailnetAddress.of(text)
                    .filter(TailnetAddress::isIpv4)
                    .orElseThrow(() -> new UsageException(what, "isn't an IPv4 address such as 100.64.0.7"));
            if (text.startsWith("0.")) {
                throw new UsageException(
                        what, "is every address of this machine, not the one in the tailnet", "tailscale ip -4");
            }
            if (address.isLoopback()) {
                throw new UsageException(what, "is an address that no other machine can reach", "tailscale ip -4");
            }
            return new Tailnet(address);
        }
    }

    /** Whoever can reach any address of this machine. */
    record Everybody() implements Reach {}

    /** Returns the Compose file's ports of a server. */
    default List<PublishedPort> ports(int port) {
        PublishedPort local = new PublishedPort("127.0.0.1", port, port);
        return switch (this) {
            case ThisMachine _ -> List.of(local);
            case Tailnet tailnet ->
                List.of(local, new PublishedPort(tailnet.address().text(), port, port));
            case Everybody _ -> List.of(new PublishedPort(PublishedPort.EVERY_ADDRESS, port, port));
        };
    }

    /** Returns what the stack's own README says of it. */
    default String words() {
        return switch (this) {
            case ThisMachine _ -> """
                Every port is bound to 127.0.0.1, so this machine alone can ask the servers. For a gateway, add the machine's
                Tailscale address to the ports of Prometheus and Loki: `- "100.x.y.z:9090:9090"` and `- "100.x.y.z:3100:3100"`.""";
            case Tailnet tailnet -> """
                Prometheus and Loki answer this machine and, on %s, its tailnet: that is where the gateway comes from. The
                others answer this machine alone. Docker can bind that address only once Tailscale is up.\
                """.formatted(tailnet.address().text());
            case Everybody _ -> """
                Prometheus (9090) and Loki (3100) answer on every address of this machine, without a password: whoever reaches
                it can read and delete. A firewall has to keep others out. Promtail and process-exporter answer this machine
                alone.""";
        };
    }
}
