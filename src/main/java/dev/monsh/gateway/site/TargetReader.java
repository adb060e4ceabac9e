package dev.monsh.gateway.site;

import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameter of {@code proxy_pass}, through the {@code upstream} blocks of the configuration. */
final class TargetReader {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Map<String, Directive> upstreams;

    TargetReader(Map<String, Directive> upstreams) {
        this.upstreams = upstreams;
    }

    Target read(String text) {
        if (text.indexOf('$') >= 0) {
            return new Target.Dynamic(text);
        }
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        if (rest.startsWith("unix:")) {
            return new Target.Other(text);
        }
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        Directive upstream = upstreams.get(authority);
        if (upstream != null) {
            return new Target.Group(authority, upstream, members(upstream), slash < 0 ? "" : rest.substring(slash));
        }
        String name = scheme < 0 ? "" : text.substring(0, scheme);
        return Authority.parse(authority, name.equals("https") ? HTTPS_PORT : HTTP_PORT)
                .<Target>map(found ->
                        new Target.Address(name, found.host(), found.port(), slash < 0 ? "" : rest.substring(slash)))
                .orElseGet(() -> new Target.Other(text));
    }

    private static List<Target.Member> members(Directive upstream) {
        List<Target.Member> members = new ArrayList<>();
        for (Directive server : upstream.children()) {
            if (server.is("server") && server.words().size() > 1) {
                Word word = server.words().get(1);
                Authority.parse(word.text(), HTTP_PORT)
                        .ifPresent(found -> members.add(new Target.Member(word, found.host(), found.port())));
            }
        }
        return List.copyOf(members);
    }

    /** A host and a port, the host of IPv6 in brackets. */
    record Authority(String host, int port) {

        static Optional<Authority> parse(String text, int usualPort) {
            int colon = text.lastIndexOf(':');
            if (text.isEmpty() || text.startsWith("unix:")) {
                return Optional.empty();
            }
            if (colon < 0 || text.endsWith("]")) {
                return Optional.of(new Authority(text, usualPort));
            }
            int port = PortRange.number(text.substring(colon + 1));
            return port > 0 ? Optional.of(new Authority(text.substring(0, colon), port)) : Optional.empty();
        }
    }
}
