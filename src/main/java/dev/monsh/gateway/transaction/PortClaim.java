package dev.monsh.gateway.transaction;

import dev.monsh.gateway.site.ListenAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A TCP port that nginx must own after a change.
 *
 * @param address the literal address it listens on; empty where any will do
 * @param port 1 to 65535
 */
public record PortClaim(Optional<InetAddress> address, int port) {

    /** Returns the claim of a port on whatever address the file names. */
    public static PortClaim of(int port) {
        return new PortClaim(Optional.empty(), port);
    }

    /** Returns the claim of what {@code listen} says; a host name there is resolved by nginx alone. */
    public static PortClaim of(ListenAddress listen) {
        String text = listen.address();
        boolean any = text.isEmpty() || text.equals("*");
        try {
            return new PortClaim(Optional.of(InetAddress.ofLiteral(any ? "0.0.0.0" : text)), listen.port());
        } catch (IllegalArgumentException e) {
            return of(listen.port());
        }
    }

    /**
     * Returns {@code FAMILY ADDRESS PORT NAME}: address and port as {@code /proc/net/tcp} writes them, which is words of 32
     * bits in the machine's order (proc(5)), little-endian on everything that a gateway runs on.
     */
    String line() {
        String hexPort = String.format(Locale.ROOT, "%04X", port);
        return address.map(each -> (each instanceof Inet4Address ? 4 : 6) + " " + hex(each.getAddress()) + " " + hexPort
                        + " " + name())
                .orElse("0 * " + hexPort + " " + name());
    }

    /** Returns claims as one argument of a script. */
    static String lines(List<PortClaim> claims) {
        return String.join(";", claims.stream().map(PortClaim::line).toList());
    }

    private String name() {
        return address.filter(each -> !each.isAnyLocalAddress())
                .map(each -> (each instanceof Inet4Address ? each.getHostAddress() : "[" + each.getHostAddress() + "]")
                        + ":" + port)
                .orElse(String.valueOf(port));
    }

    private static String hex(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < address.length; word += Integer.BYTES) {
            for (int i = Integer.BYTES - 1; i >= 0; i--) {
                text.append(String.format(Locale.ROOT, "%02X", address[word + i]));
            }
        }
        return text.toString();
    }
}
