package dev.monsh.gateway.site;

import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Word;
import java.util.List;
import java.util.Optional;

/**
 * A {@code listen} directive on TCP ports (nginx, ngx_http_core_module and ngx_stream_core_module).
 *
 * @param word the one with address and port
 * @param address empty for all of them; a name, an IPv4 address, an IPv6 address in brackets, or {@code *}
 * @param portText how the port ends the word; empty where only an address is given, which means port 80
 */
public record Listen(Directive directive, Word word, String address, String portText, PortRange ports) {

    private static final int USUAL_PORT = 80;

    /** Reads a directive; empty for Unix sockets, UDP, and what is no port. */
    static Optional<Listen> of(Directive directive) {
        List<String> options = directive.arguments();
        if (options.isEmpty() || options.contains("udp") || options.contains("quic")) {
            return Optional.empty();
        }
        Word word = directive.words().get(1);
        String text = word.text();
        if (text.startsWith("unix:")) {
            return Optional.empty();
        }
        int colon = text.lastIndexOf(':');
        boolean bracketOnly = text.endsWith("]");
        if (colon >= 0 && !bracketOnly) {
            String port = text.substring(colon + 1);
            return PortRange.parse(port)
                    .map(ports -> new Listen(directive, word, text.substring(0, colon), port, ports));
        }
        return PortRange.parse(text)
                .map(ports -> new Listen(directive, word, "", text, ports))
                .or(() -> Optional.of(new Listen(directive, word, text, "", PortRange.of(USUAL_PORT))));
    }

    /** Returns the word for another port. */
    public String withPort(int port) {
        return address.isEmpty() ? String.valueOf(port) : address + ":" + port;
    }

    /** Returns whether an option such as {@code ssl} stands in it. */
    boolean has(String option) {
        return directive.arguments().contains(option);
    }

    /** Returns whether it takes the requests that no other server of the port is named for. */
    public boolean isDefault() {
        return has("default_server") || has("default");
    }
}
