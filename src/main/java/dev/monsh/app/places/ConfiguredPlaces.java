package dev.monsh.app.places;

import dev.monsh.across.onboard.Firewall;
import dev.monsh.across.onboard.Places;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.command.gateway.Tailnets;
import dev.monsh.command.grafana.Grafanas;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.tailnet.Tailnet;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The places of the configuration. Each is opened once, and not again where that failed. */
public final class ConfiguredPlaces implements Places {

    private final GlobalOptions options;
    private final Boxes boxes;
    private final GatewayHosts gateways;
    private final Tailnets tailnets;
    private final Grafanas grafanas;
    private final Supplier<Optional<Firewall>> firewalls;
    private @Nullable GatewayHost gateway;
    private @Nullable MonshException gatewayFailure;

    @SuppressWarnings("NullableOptional") // null until it was asked for; empty is an answer
    private @Nullable Optional<Tailnet> tailnet;

    @SuppressWarnings("NullableOptional") // null until it was asked for; empty is an answer
    private @Nullable Optional<Firewall> firewall;

    @SuppressWarnings("NullableOptional") // null until it was asked for; empty is an answer
    private @Nullable Optional<GrafanaServer> grafana;

    /** Takes what opens the places; {@code firewalls} opens the security group where one is configured. */
    public ConfiguredPlaces(
            GlobalOptions options,
            Boxes boxes,
            GatewayHosts gateways,
            Tailnets tailnets,
            Grafanas grafanas,
            Supplier<Optional<Firewall>> firewalls) {
        this.options = options;
        this.boxes = boxes;
        this.gateways = gateways;
        this.tailnets = tailnets;
        this.grafanas = grafanas;
        this.firewalls = firewalls;
    }

    @Override
    public BoxStore boxes() {
        return boxes.store(options);
    }

    @Override
    public Optional<GatewayHost> gateway() {
        if (boxes().load().gateway().isEmpty()) {
            return Optional.empty();
        }
        if (gatewayFailure != null) {
            throw gatewayFailure;
        }
        GatewayHost host = gateway;
        if (host == null) {
            host = connected();
            gateway = host;
        }
        return Optional.of(host);
    }

    private GatewayHost connected() {
        try {
            return gateways.remote(options, entry -> {});
        } catch (MonshException e) {
            gatewayFailure = e;
            throw e;
        }
    }

    @Override
    public Optional<Tailnet> tailnet() {
        Optional<Tailnet> known = tailnet;
        if (known == null) {
            known = asked();
            tailnet = known;
        }
        return known;
    }

    private Optional<Tailnet> asked() {
        try {
            return Optional.of(tailnets.local(Optional.empty(), options).read().required());
        } catch (MonshException e) {
            return ofGateway();
        }
    }

    private Optional<Tailnet> ofGateway() {
        try {
            return gateway().flatMap(host -> tailnets.near(host, options));
        } catch (MonshException e) {
            // the step that needs the gateway says so
            return Optional.empty();
        }
    }

    @Override
    public Optional<Firewall> firewall() {
        Optional<Firewall> known = firewall;
        if (known == null) {
            known = firewalls.get();
            firewall = known;
        }
        return known;
    }

    @Override
    public Optional<GrafanaServer> grafana() {
        Optional<GrafanaServer> known = grafana;
        if (known == null) {
            known = boxes().load().grafana().map(each -> grafanas.open(options));
            grafana = known;
        }
        return known;
    }

    @Override
    public SourceProbe proxied(String uid) {
        return grafanas.proxied(options, uid);
    }

    @Override
    public SourceProbe straight(Endpoint endpoint) {
        return grafanas.straight(options, endpoint);
    }

    @Override
    public SecretValue secret(Secret secret) {
        return grafanas.secret(secret);
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        if (firewall != null) {
            firewall.ifPresent(Firewall::close);
        }
    }
}
