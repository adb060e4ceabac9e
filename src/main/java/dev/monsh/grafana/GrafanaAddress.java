package dev.monsh.grafana;

import java.net.URI;

/** The base of a Grafana's URLs, made of what people copy out of a browser's address line. */
public final class GrafanaAddress {

    private GrafanaAddress() {}

    /**
     * Returns the base: scheme, host, port and the path that Grafana is served under. What follows that ({@code /api},
     * {@code /login}, {@code /d/UID}, a slash) is left out.
     */
    public static URI base(URI typed) {
        String url = typed.toString().replaceFirst("/+$", "");
        return URI.create(url.replaceFirst("(?<=[^/:])/(api|login|d/[^/]+(/[^/]+)?|dashboards|datasources)$", ""));
    }

    /** Returns the base under which a data source's own API answers through Grafana's proxy. */
    public static URI proxy(URI base, String uid) {
        return URI.create(base + "/api/datasources/proxy/uid/" + uid + "/");
    }
}
