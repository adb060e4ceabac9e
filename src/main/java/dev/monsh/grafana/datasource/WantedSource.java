package dev.monsh.grafana.datasource;

import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.StableUid;

/**
 * A data source as it should be.
 *
 * @param box the box that it leads to
 * @param server {@link Server#PROMETHEUS} or {@link Server#LOKI}
 * @param endpoint the public address, with the credential, headers and certificates that Grafana is to use
 */
public record WantedSource(String box, Server server, Endpoint endpoint) {

    public WantedSource {
        if (server != Server.PROMETHEUS && server != Server.LOKI) {
            throw new IllegalArgumentException("no data source is made for " + server.title());
        }
    }

    /** Returns the uid of a box's data source: the same in every run and on every machine. */
    public static String uid(String box, Server server) {
        return StableUid.of("monsh", box, server.key());
    }

    public String uid() {
        return uid(box, server);
    }

    /** Returns the name that a new one gets; people may rename it later. */
    public String name() {
        return box + " " + server.title();
    }

    public String type() {
        return server == Server.LOKI ? DataSource.LOKI : DataSource.PROMETHEUS;
    }

    /** Returns the URL as it is stored: without a slash at the end. */
    public String url() {
        String url = endpoint.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Returns the user name of Basic authentication; empty for none. */
    public String username() {
        return endpoint.credential() instanceof Credential.Basic(String username, var _) ? username : "";
    }
}
