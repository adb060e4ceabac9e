package dev.monsh.app.sources;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.grafana.HttpGrafana;
import dev.monsh.adapter.http.grafana.HttpSourceProbe;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretReader;
import dev.monsh.box.SecretValue;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.grafana.Grafanas;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.grafana.GrafanaAddress;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;
import java.time.Duration;
import java.util.List;

/** Reaches the Grafana of the configuration. */
public final class ConfiguredGrafanas implements Grafanas {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Boxes boxes;
    private final Surroundings surroundings;

    public ConfiguredGrafanas(Boxes boxes, Surroundings surroundings) {
        this.boxes = boxes;
        this.surroundings = surroundings;
    }

    @Override
    public GrafanaServer open(GlobalOptions options) {
        return HttpGrafana.at(clients(), endpoint(options), limit(options));
    }

    @Override
    public SourceProbe proxied(GlobalOptions options, String uid) {
        Endpoint grafana = endpoint(options);
        Endpoint proxy = grafana.withUrl(GrafanaAddress.proxy(GrafanaAddress.base(grafana.url()), uid));
        return straight(options, proxy);
    }

    @Override
    public SourceProbe straight(GlobalOptions options, Endpoint endpoint) {
        return new HttpSourceProbe(clients(), endpoint, limit(options), surroundings.clock());
    }

    @Override
    public SecretValue secret(Secret secret) {
        return new SecretReader(surroundings.environment()).read(secret);
    }

    private HttpClients clients() {
        return new HttpClients(
                surroundings.environment(), secret -> new String(secret(secret).chars()));
    }

    private static Duration limit(GlobalOptions options) {
        return options.timeout().orElse(PATIENCE);
    }

    private Endpoint endpoint(GlobalOptions options) {
        return boxes.store(options)
                .load()
                .grafana()
                .orElseThrow(() -> new ConfigurationException(
                        List.of(new Problem(
                                boxes.location(options).file().toString(),
                                0,
                                0,
                                "no Grafana is configured: add grafana: {url: \"https://grafana.example\", token_file:"
                                        + " FILE} with the token of a service account")),
                        "monsh config path"));
    }
}
