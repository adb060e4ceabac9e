package dev.monsh.across.onboard;

import dev.monsh.box.BoxStore;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.tailnet.Tailnet;
import java.util.Optional;

/** The places that have to agree about a box. Each is opened when first asked for; one that is not configured is empty. */
public interface Places extends AutoCloseable {

    BoxStore boxes();

    /**
     * Returns the gateway, connected.
     *
     * @throws dev.monsh.failure.UnreachableException where it can't be reached
     */
    Optional<GatewayHost> gateway();

    /** Returns what the tailnet knows, asked of this machine, else of the gateway. */
    Optional<Tailnet> tailnet();

    Optional<Firewall> firewall();

    Optional<GrafanaServer> grafana();

    /** Returns what asks a server through Grafana's proxy. */
    SourceProbe proxied(String uid);

    /** Returns what asks a server at its own address. */
    SourceProbe straight(Endpoint endpoint);

    SecretValue secret(Secret secret);

    @Override
    void close();
}
