package dev.monsh.app.sources;

import dev.monsh.adapter.host.TailscaleProgram;
import dev.monsh.adapter.host.TailscaleStatus;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.gateway.GatewayAccess;
import dev.monsh.command.gateway.Tailnets;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks Tailscale on this machine or on the gateway. */
public final class TailnetSources implements Tailnets {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For what is only checked by the way. */
    private static final Duration BRIEFLY = Duration.ofSeconds(3);

    private final GatewayAccess access;
    private final Surroundings surroundings;

    public TailnetSources(GatewayAccess access, Surroundings surroundings) {
        this.access = access;
        this.surroundings = surroundings;
    }

    @Override
    public TailnetSource local(Optional<Path> program, GlobalOptions options) {
        Duration limit = options.timeout().orElse(PATIENCE);
        return program.map(path -> TailscaleProgram.at(
                        surroundings.workingFolder().resolve(path), surroundings.environment(), limit))
                .orElseGet(() -> onPath(limit));
    }

    private TailscaleProgram onPath(Duration limit) {
        return TailscaleProgram.on(surroundings.environment(), limit);
    }

    @Override
    public TailnetSource gateway(GlobalOptions options) {
        return () -> {
            try (GatewayLink link = access.open(options)) {
                String name = link.host().name();
                String status = link.transaction()
                        .tailscaleStatus()
                        .orElseThrow(() -> new UnreachableException(
                                "tailscale on " + name, "tailscale not found: install Tailscale there"));
                return TailscaleStatus.read(name, status);
            }
        };
    }

    @Override
    public Optional<Tailnet> near(GatewayHost host, GlobalOptions options) {
        Duration limit =
                options.timeout().filter(given -> given.compareTo(BRIEFLY) < 0).orElse(BRIEFLY);
        return quietly(() -> Optional.of(onPath(limit).read().required()))
                .or(() -> quietly(() -> host.tailscaleStatus()
                        .map(status ->
                                TailscaleStatus.read("the gateway", status).required())));
    }

    private static Optional<Tailnet> quietly(Supplier<Optional<Tailnet>> question) {
        try {
            return question.get();
        } catch (MonshException e) {
            // a mapping can be made without Tailscale; 'tailscale status' tells what is wrong with it
            return Optional.empty();
        }
    }
}
