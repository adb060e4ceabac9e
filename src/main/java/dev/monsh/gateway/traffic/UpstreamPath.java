package dev.monsh.gateway.traffic;

import dev.monsh.gateway.pattern.Language;
import java.util.Optional;

/**
 * What {@code proxy_pass} asks the upstream for (ngx_http_proxy_create_request): the request's own path, or that with the
 * location's prefix replaced by the path of {@code proxy_pass}.
 *
 * @param doubt why it may be another one
 */
record UpstreamPath(Language paths, Optional<String> doubt) {

    static UpstreamPath of(String address, String location, Requests requests) {
        int scheme = address.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int slash = address.indexOf('/', start);
        int arguments = address.indexOf('?', start);
        String path = slash < 0 ? "" : address.substring(slash);
        if (address.indexOf('$') >= 0) {
            return byVariables(address, requests);
        }
        if (slash < 0 && arguments < 0) {
            return new UpstreamPath(requests.uri(), Optional.empty());
        }
        if (!requests.located()) {
            // a path that was rewritten goes up whole, and that of proxy_pass does not count
            return new UpstreamPath(requests.uri(), Optional.empty());
        }
        if (arguments >= 0) {
            String literal = slash >= 0 && slash < arguments ? address.substring(slash, arguments) : "/";
            return new UpstreamPath(Language.of(literal), Optional.empty());
        }
        return new UpstreamPath(requests.uri().after(location).behind(path), Optional.empty());
    }

    private static UpstreamPath byVariables(String address, Requests requests) {
        boolean same = address.matches("[^$]*[^$/](\\$uri|\\$uri\\$is_args\\$args)");
        return same
                ? new UpstreamPath(requests.uri(), Optional.empty())
                : new UpstreamPath(Language.ALL, Optional.of("proxy_pass " + address + " is made from variables"));
    }
}
