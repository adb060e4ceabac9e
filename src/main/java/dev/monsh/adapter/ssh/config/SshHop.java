package dev.monsh.adapter.ssh.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A machine to log in to, on the way to the gateway or the gateway itself.
 *
 * @param host name or address to connect to
 * @param keyName the name its key is looked up by in known_hosts, without a port: {@code HostKeyAlias}, else the host
 * @param aliased whether {@code keyName} is an alias, which stands in known_hosts without a port
 * @param chosen the key file that monsh's own configuration names, which goes before all others
 * @param identityFiles key files in the order to try them
 * @param identitiesOnly whether of the agent's keys only those of the files are tried
 * @param agent the agent's socket; empty for none
 * @param knownHosts the files to look its key up in
 * @param revoked the file of {@code RevokedHostKeys}
 * @param jumps the machines to go through, nearest first, as {@code ProxyJump} names them
 */
public record SshHop(
        String host,
        int port,
        String user,
        String keyName,
        boolean aliased,
        Optional<Path> chosen,
        List<Path> identityFiles,
        boolean identitiesOnly,
        Optional<Path> agent,
        List<Path> knownHosts,
        Optional<Path> revoked,
        List<JumpName> jumps,
        Duration connectTimeout) {

    static final int DEFAULT_PORT = 22;

    /** Returns {@code user@host}, with the port where it is not 22. */
    public String name() {
        return user + "@" + host + (port == DEFAULT_PORT ? "" : ":" + port);
    }

    /** Returns the name that known_hosts has it under (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
    public String knownHostsName() {
        return aliased || port == DEFAULT_PORT ? keyName : "[" + keyName + "]:" + port;
    }

    /** Returns the same machine, to be logged in to with a file before all others. */
    public SshHop choosing(Path file) {
        return new SshHop(
                host,
                port,
                user,
                keyName,
                aliased,
                Optional.of(file),
                identityFiles,
                identitiesOnly,
                agent,
                knownHosts,
                revoked,
                jumps,
                connectTimeout);
    }
}
