package dev.monsh.app.sources;

import dev.monsh.adapter.host.HttpPortProbe;
import dev.monsh.adapter.host.TerminalSecretPrompt;
import dev.monsh.adapter.ssh.SshConnector;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.GatewaySettings;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayAccess;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.check.RemoteGateway;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.LocalGateway;
import dev.monsh.gateway.transaction.GatewayTransaction;
import dev.monsh.gateway.transaction.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Opens the file with the mappings: the gateway's, or one on this machine. */
public final class GatewaySources implements GatewayHosts, GatewayAccess {

    private final Boxes boxes;
    private final Surroundings surroundings;

    public GatewaySources(Boxes boxes, Surroundings surroundings) {
        this.boxes = boxes;
        this.surroundings = surroundings;
    }

    @Override
    public GatewayHost local(Path file, GlobalOptions options) {
        Configuration configuration = boxes.store(options).load();
        return new LocalGateway(
                file,
                known(configuration),
                configuration.gateway().flatMap(GatewaySettings::publicHost),
                new AtomicFile(surroundings.clock()));
    }

    @Override
    public GatewayHost remote(GlobalOptions options, Consumer<JournalEntry> news) {
        Configuration configuration = boxes.store(options).load();
        if (configuration.gateway().isEmpty()) {
            throw unconfigured(options, ", or work on a file with --file FILE");
        }
        return new RemoteGateway(open(configuration, options), known(configuration), probe(), news);
    }

    @Override
    public GatewayLink open(GlobalOptions options) {
        return open(boxes.store(options).load(), options);
    }

    private GatewayLink open(Configuration configuration, GlobalOptions options) {
        GatewaySettings settings = configuration.gateway().orElseThrow(() -> unconfigured(options, ""));
        SshSurroundings ssh = SshSurroundings.of(surroundings.environment(), surroundings.home())
                .within(options.timeout().orElse(SshSurroundings.USUAL_LIMIT));
        RemoteHost host = new SshConnector(ssh, new TerminalSecretPrompt()).connect(settings);
        return new GatewayLink(host, new GatewayTransaction(host, settings.nginx()), settings);
    }

    private ConfigurationException unconfigured(GlobalOptions options, String otherwise) {
        return new ConfigurationException(List.of(new Problem(
                boxes.location(options).file().toString(),
                0,
                0,
                "no gateway is configured: add gateway: {ssh: {host: HOST, user: USER}}" + otherwise)));
    }

    /** Returns what asks public ports from this machine. */
    public PortProbe probe() {
        return new HttpPortProbe();
    }

    private static List<Box> known(Configuration configuration) {
        return List.copyOf(configuration.boxes().values());
    }
}
