package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.connect.HostIntroduction;
import dev.monsh.gateway.connect.UnknownHost;
import dev.monsh.gateway.host.SecretPrompt;
import java.nio.file.Path;
import java.util.Optional;

/** Gets to know machines over SSH; their keys go into the known_hosts file that OpenSSH would add them to. */
public final class SshIntroduction implements HostIntroduction {

    private final SshConnector connector;
    private final KnownHostsFile file;

    /** Takes what {@link SshConnector} and {@link KnownHostsFile} do. */
    public SshIntroduction(SshSurroundings surroundings, SecretPrompt prompt, AtomicFile files) {
        this.connector = new SshConnector(surroundings, prompt);
        this.file = new KnownHostsFile(surroundings, files);
    }

    @Override
    public Optional<UnknownHost> stranger(GatewaySettings settings) {
        return connector.stranger(settings);
    }

    @Override
    public void trust(UnknownHost host) {
        Path known = host.file()
                .orElseThrow(() -> new RefusedException(
                        "ssh " + host.name(),
                        "its key cannot be added: the SSH configuration has no known_hosts file"));
        file.append(known, host.line() + "\n");
    }
}
