package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.HopReader;
import dev.monsh.adapter.ssh.config.JumpName;
import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.connect.UnknownHost;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.SecretPrompt;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;

/** Makes connections, through jump hosts where the user's SSH configuration names some. */
public final class SshConnector {

    private final HopReader hops;
    private final SecretPrompt prompt;

    public SshConnector(SshSurroundings surroundings, SecretPrompt prompt) {
        this.hops = new HopReader(surroundings);
        this.prompt = prompt;
    }

    /**
     * Connects to the gateway and logs in.
     *
     * @throws UnreachableException where it can't be reached
     * @throws RefusedException where its key is not known, or it accepts none of ours
     * @throws ConfigurationException where the SSH configuration has a fault
     */
    public RemoteHost connect(GatewaySettings settings) {
        SshHop target = hop(settings);
        SshRoute route = new SshRoute(hops, prompt);
        try {
            SSHClient client = route.login(target);
            return SshHost.open(target, client, route::close, prompt);
        } catch (RuntimeException e) {
            route.close();
            throw e;
        }
    }

    /** Connects without logging in, and returns the first machine on the way whose key is not known. */
    Optional<UnknownHost> stranger(GatewaySettings settings) {
        try (SshRoute route = new SshRoute(hops, prompt)) {
            return route.stranger(hop(settings));
        }
    }

    private SshHop hop(GatewaySettings settings) {
        SshHop hop = hops.read(new JumpName(settings.user(), settings.host(), settings.port()));
        return settings.identityFile().map(hop::choosing).orElse(hop);
    }
}
