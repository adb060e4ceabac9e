package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.grafana.GrafanaAddress;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.testing.grafana.StandInGrafana;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A Grafana as the program talks to it. */
final class GrafanaAt {

    static final String TOKEN = "glsa_secret";

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final HttpClients CLIENTS =
            new HttpClients(Map.of(), secret -> ((Secret.FromEnvironment) secret).variable());

    private GrafanaAt() {}

    static GrafanaServer url(String url) {
        return HttpGrafana.at(CLIENTS, endpoint(url), LIMIT);
    }

    private static Endpoint endpoint(String url) {
        return new Endpoint(
                URI.create(url),
                new Credential.Bearer(new Secret.FromEnvironment(TOKEN)),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    static SourceProbe proxied(StandInGrafana grafana, String uid) {
        Endpoint endpoint = endpoint(grafana.url());
        return new HttpSourceProbe(
                CLIENTS, endpoint.withUrl(GrafanaAddress.proxy(endpoint.url(), uid)), LIMIT, InstantSource.system());
    }

    static SourceProbe straight(String url) {
        return new HttpSourceProbe(CLIENTS, Endpoint.of(url), LIMIT, InstantSource.system());
    }
}
