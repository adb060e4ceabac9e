package dev.monsh.adapter.http.prometheus;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.metrics.Query;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Opens sources to servers on this machine. */
public final class Prometheus {

    public static final Query UP = new Query.Instantaneous("up", Optional.empty());

    private Prometheus() {}

    public static PrometheusSource at(String url) {
        return at(Endpoint.of(url), Optional.empty());
    }

    public static PrometheusSource at(MockWebServer server) {
        return at(url(server));
    }

    public static PrometheusSource at(Endpoint endpoint, Optional<Duration> timeout) {
        return new PrometheusSource(new HttpClients(Map.of(), Prometheus::secret).open(endpoint, timeout));
    }

    public static String url(MockWebServer server) {
        return "http://127.0.0.1:" + server.getPort();
    }

    public static Endpoint endpoint(String url, Credential credential, Map<String, String> headers) {
        return new Endpoint(URI.create(url), credential, headers, Optional.empty(), Optional.empty());
    }

    /** A secret is the value that its variable's name stands for: itself. */
    public static String secret(Secret secret) {
        return ((Secret.FromEnvironment) secret).variable();
    }

    public static MockResponse json(String body) {
        return json(200, body);
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse data(String data) {
        return json("{\"status\":\"success\",\"data\":" + data + "}");
    }
}
