package dev.monsh.box;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Reads the URL of a server as a person types it. No message repeats what stands before an {@code @}, because that may
 * hold a password.
 */
public sealed interface ServerUrl {

    /** A URL that can be used. */
    record Usable(URI url) implements ServerUrl {}

    /** One that can't, and why: a clause that can follow the name of the key. */
    record Unusable(String reason) implements ServerUrl {}

    /** Takes {@code http} and {@code https} with a host, an optional port and an optional path, and nothing else. */
    static ServerUrl parse(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return new Unusable(shown(text) + " is not a URL: " + e.getReason().toLowerCase(Locale.ROOT));
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Unusable(shown(text) + " must begin with http:// or https://");
        }
        if (text.indexOf('@') >= 0
                && url.getRawAuthority() != null
                && url.getRawAuthority().indexOf('@') >= 0) {
            return new Unusable("the URL contains a user or password: "
                    + "use username with password_env, password_file or password_command");
        }
        if (url.getHost() == null) {
            return new Unusable(shown(text) + " has no valid host");
        }
        if (url.getPort() > 65535 || url.getPort() == 0) {
            return new Unusable(shown(text) + " has a port outside 1 to 65535");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return new Unusable(shown(text) + " must end with its path, without '?' or '#'");
        }
        return new Usable(url);
    }

    /** Returns whether both lead to the same place: scheme, host and port are equal (RFC 6454, section 5). */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /** Returns whether the URL leads to the machine that it is used on. */
    static boolean onThisMachine(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
    }

    private static boolean isLoopbackAddress(String host) {
        return host.startsWith("127.") && host.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'));
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static String shown(String text) {
        return text.indexOf('@') >= 0 ? "the URL" : "'" + withoutSecrets(text) + "'";
    }

    /**
     * Returns a URL, or a reference to one, as a message may show it: without the user, the query and the fragment, each of
     * which may hold a password or a token. It need not be a valid one.
     */
    static String withoutSecrets(String url) {
        String path = url.split("[?#]", 2)[0];
        int slashes = path.indexOf("//");
        if (slashes < 0) {
            return path;
        }
        int authority = slashes + 2;
        int end = path.indexOf('/', authority);
        int at = path.lastIndexOf('@', end < 0 ? path.length() : end);
        return at < authority ? path : path.substring(0, authority) + path.substring(at + 1);
    }
}
