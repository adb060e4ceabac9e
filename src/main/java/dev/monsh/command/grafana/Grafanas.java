package dev.monsh.command.grafana;

import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;

/** The Grafana of the configuration, and what is behind its data sources. */
public interface Grafanas {

    /**
     * Returns the Grafana of the configuration; nothing is sent yet.
     *
     * @throws dev.monsh.failure.ConfigurationException where the configuration has none
     */
    GrafanaServer open(GlobalOptions options);

    /** Returns what asks the server of a data source through Grafana's proxy. */
    SourceProbe proxied(GlobalOptions options, String uid);

    /** Returns what asks a server at its own address. */
    SourceProbe straight(GlobalOptions options, Endpoint endpoint);

    /** Reads a secret of the configuration. */
    SecretValue secret(Secret secret);
}
