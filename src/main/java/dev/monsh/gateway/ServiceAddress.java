package dev.monsh.gateway;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.UsageException;
import java.util.Optional;

/** An address and a port, such as {@code 100.64.0.7:9090} or {@code [fd7a:115c:a1e0::7]:9090}. */
public record ServiceAddress(TailnetAddress address, int port) {

    /** Reads what stands in an option or argument; throws {@link UsageException} naming that. */
    public static ServiceAddress parse(String where, String text) {
        int colon = text.lastIndexOf(':');
        int port = colon < 0 ? 0 : PortRange.number(text.substring(colon + 1));
        String host = colon < 0 ? text : text.substring(0, colon);
        boolean brackets = host.startsWith("[") && host.endsWith("]");
        if (port == 0 || (host.indexOf(':') >= 0 && !brackets)) {
            throw new UsageException(where + " '" + text + "'", "must be IP:PORT, for instance 100.64.0.7:9090");
        }
        return new ServiceAddress(
                TailnetAddress.parse(where, brackets ? host.substring(1, host.length() - 1) : host), port);
    }

    /** Reads a port, 1 to 65535. */
    public static Optional<Integer> port(String text) {
        int port = PortRange.number(text);
        return port > 0 ? Optional.of(port) : Optional.empty();
    }

    /** Returns it as {@code proxy_pass} has it. */
    public String text() {
        return address.host() + ":" + port;
    }
}
