package dev.monsh.app.sources;

import dev.monsh.adapter.host.HttpPortProbe;
import dev.monsh.adapter.host.TerminalSecretPrompt;
import dev.monsh.adapter.ssh.SshConnector;
import dev.monsh.adapter.ssh.SshIntroduction;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretReader;
import dev.monsh.box.SecretValue;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayAccess;
import dev.monsh.command.gateway.GatewayEntrance;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.Problem;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.check.RemoteGateway;
import dev.monsh.gateway.connect.HostIntroduction;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.LocalGateway;
import dev.monsh.gateway.transaction.GatewayTransaction;
import dev.monsh.gateway.transaction.JournalEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Opens the file with the mappings: the gateway's, or one on this machine. */
public final class GatewaySources implements GatewayHosts, GatewayAccess, GatewayEntrance {

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
            throw unconfigured(options, "; work on a file with --file FILE, or connect to a gateway");
        }
        return new RemoteGateway(open(configuration, options), known(configuration), probe(), news);
    }

    @Override
    public GatewayLink open(GlobalOptions options) {
        return open(boxes.store(options).load(), options);
    }

    private GatewayLink open(Configuration configuration, GlobalOptions options) {
        return open(configuration.gateway().orElseThrow(() -> unconfigured(options, "")), options);
    }

    @Override
    public GatewayLink open(GatewaySettings settings, GlobalOptions options) {
        RemoteHost host = new SshConnector(ssh(options), new TerminalSecretPrompt()).connect(settings);
        return new GatewayLink(host, new GatewayTransaction(host, settings.nginx()), settings);
    }

    private SshSurroundings ssh(GlobalOptions options) {
        return SshSurroundings.of(surroundings.environment(), surroundings.home())
                .within(options.timeout().orElse(SshSurroundings.USUAL_LIMIT));
    }

    @Override
    public HostIntroduction introduction(GlobalOptions options) {
        return new SshIntroduction(ssh(options), new TerminalSecretPrompt(), new AtomicFile(surroundings.clock()));
    }

    @Override
    public List<Box> boxes(GlobalOptions options) {
        return known(boxes.store(options).load());
    }

    private ConfigurationException unconfigured(GlobalOptions options, String otherwise) {
        Problem missing =
                new Problem(boxes.location(options).file().toString(), 0, 0, "no gateway is configured" + otherwise);
        return new ConfigurationException(List.of(missing), "monsh gateway connect USER@HOST");
    }

    /** Reads a secret from where an option says it is. */
    public SecretValue secret(Secret secret) {
        return new SecretReader(surroundings.environment()).read(secret);
    }

    /** Waits for something on the gateway. */
    public void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(
                    "waiting for the gateway", "interrupted; the same command continues where this one ended", null, e);
        }
    }

    /** Returns what asks public ports from this machine. */
    public PortProbe probe() {
        return new HttpPortProbe();
    }

    private static List<Box> known(Configuration configuration) {
        return List.copyOf(configuration.boxes().values());
    }
}
