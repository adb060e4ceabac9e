package dev.monsh.adapter.http.client;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy leads to a server, by the environment variables that curl, Go and Python share: {@code http_proxy}, {@code
 * https_proxy}, {@code all_proxy} and {@code no_proxy}, in lower or upper case. This machine itself is never reached
 * through a proxy, as in Go's net/http.
 */
public final class ProxyChoice {

    private final Map<String, String> environment;

    public ProxyChoice(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * A proxy and who we are to it.
     *
     * @param userInformation {@code user:password}, or empty
     */
    public record Choice(Proxy proxy, String userInformation) {

        public boolean isDirect() {
            return proxy.type() == Proxy.Type.DIRECT;
        }
    }

    static final Choice DIRECT = new Choice(Proxy.NO_PROXY, "");

    public Choice proxyFor(URI url) {
        String host = withoutBrackets(Optional.ofNullable(url.getHost()).orElse(""));
        if (isThisMachine(host) || isExempt(host, url.getPort())) {
            return DIRECT;
        }
        String variable = url.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        return value(variable)
                .map(text -> parse(variable, text))
                .or(() -> value("all_proxy").map(text -> parse("all_proxy", text)))
                .orElse(DIRECT);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Choice parse(String variable, String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean socks = scheme.startsWith("socks");
            int port = uri.getPort() > 0 ? uri.getPort() : socks ? 1080 : 80;
            if (uri.getHost() != null && (socks || scheme.equals("http"))) {
                return new Choice(
                        new Proxy(
                                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                                InetSocketAddress.createUnresolved(uri.getHost(), port)),
                        Optional.ofNullable(uri.getUserInfo()).orElse(""));
            }
        } catch (IllegalArgumentException e) {
            // said below, without the value, which may hold a password
        }
        throw new ConfigurationException(List.of(new Problem(
                "environment variable " + variable,
                0,
                0,
                "isn't a proxy URL; use http://HOST:PORT or socks5://HOST:PORT")));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private boolean isExempt(String host, int port) {
        for (String word : value("no_proxy").orElse("").split(",", -1)) {
            String entry = word.strip().toLowerCase(Locale.ROOT);
            if (entry.equals("*")) {
                return true;
            }
            boolean exempt = entry.contains("/") ? CidrBlock.contains(entry, host) : isBelow(entry, host, port);
            if (exempt) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(String entry, String host, int port) {
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.indexOf(':') == colon;
        if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        String domain = hasPort ? entry.substring(0, colon) : entry;
        String name =
                domain.startsWith("*.") ? domain.substring(2) : domain.startsWith(".") ? domain.substring(1) : domain;
        String lower = host.toLowerCase(Locale.ROOT);
        return !name.isEmpty() && (lower.equals(name) || lower.endsWith("." + name));
    }
}
