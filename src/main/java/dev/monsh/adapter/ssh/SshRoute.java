package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.HopReader;
import dev.monsh.adapter.ssh.config.JumpName;
import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.knownhosts.HostKeyCheck;
import dev.monsh.adapter.ssh.knownhosts.KnownHosts;
import dev.monsh.adapter.ssh.login.Deadline;
import dev.monsh.adapter.ssh.login.Login;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.connect.UnknownHost;
import dev.monsh.gateway.host.SecretPrompt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;

/** The way to one machine, through its jump hosts; ended as a whole. */
final class SshRoute implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int UNANSWERED = 4;
    private static final int DEEPEST = 8;

    private final HopReader hops;
    private final SecretPrompt prompt;
    private final List<SSHClient> chain = new ArrayList<>();
    private @Nullable UnknownHost stranger;

    SshRoute(HopReader hops, SecretPrompt prompt) {
        this.hops = hops;
        this.prompt = prompt;
    }

    /**
     * A connection.
     *
     * @param left what making it has left of its time
     */
    private record Link(SSHClient client, Duration left) {}

    /** Connects to a machine and logs in. */
    SSHClient login(SshHop hop) {
        Link link = open(hop);
        logIn(link, hop);
        return link.client();
    }

    /** Connects to a machine without logging in, and returns the first one on the way whose key is not known. */
    Optional<UnknownHost> stranger(SshHop hop) {
        try {
            open(hop);
            return Optional.empty();
        } catch (RefusedException e) {
            if (stranger == null) {
                throw e;
            }
            return Optional.of(stranger);
        }
    }

    private Link open(SshHop hop) {
        Optional<SSHClient> via = Optional.empty();
        for (JumpName jump : hop.jumps()) {
            if (chain.size() >= DEEPEST) {
                throw new ConfigurationException(List.of(new Problem(
                        "SSH configuration for " + hop.host(), 0, 0, "more than " + DEEPEST + " jump hosts in a row")));
            }
            SshHop next = hops.read(jump);
            // only the first has jump hosts of its own; to the others the way is the one before
            Link link = via.isPresent() ? link(next, via) : open(next);
            logIn(link, next);
            via = Optional.of(link.client());
        }
        return link(hop, via);
    }

    private Link link(SshHop hop, Optional<SSHClient> via) {
        long start = System.nanoTime();
        KnownHosts read = KnownHosts.read(hop.knownHosts(), hop.knownHostsName());
        KnownHosts known = hop.revoked().map(read::revoking).orElse(read);
        HostKeyCheck check = new HostKeyCheck(hop, known);
        SSHClient client = client(hop, known, check);
        try {
            Deadline.within(hop.connectTimeout(), () -> client.disconnect(), () -> {
                if (via.isPresent()) {
                    client.connectVia(via.get().newDirectConnection(hop.host(), hop.port()));
                } else {
                    client.connect(hop.host(), hop.port());
                }
            });
            return new Link(client, hop.connectTimeout().minusNanos(System.nanoTime() - start));
        } catch (IOException e) {
            stranger = check.stranger().orElse(null);
            throw check.refusal().<RuntimeException>map(each -> each).orElseGet(() -> failure(hop, e));
        }
    }

    private SSHClient client(SshHop hop, KnownHosts known, HostKeyCheck check) {
        SSHClient client = new SSHClient(new StrictConfig(known));
        chain.add(client);
        client.addHostKeyVerifier(check);
        int limit = (int) hop.connectTimeout().toMillis();
        client.setConnectTimeout(limit);
        client.setTimeout(0);
        client.getTransport().setTimeoutMs(limit);
        client.getConnection().getKeepAlive().setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        if (client.getConnection().getKeepAlive() instanceof KeepAliveRunner runner) {
            runner.setMaxAliveCount(UNANSWERED);
        }
        return client;
    }

    private void logIn(Link link, SshHop hop) {
        try {
            new Login(link.client(), hop, link.left(), prompt).run();
        } catch (IOException e) {
            throw failure(hop, e);
        }
    }

    private static RuntimeException failure(SshHop hop, IOException cause) {
        String what = "ssh " + hop.name();
        Optional<UnreachableException> unshared = unshared(what, cause);
        if (unshared.isPresent()) {
            return unshared.get();
        }
        return switch (cause) {
            case TransportException transport
            when transport.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE ->
                new RefusedException(what, "the certificate of its key is invalid: " + cause.getMessage(), null, cause);
            case UserAuthException _ ->
                new RefusedException(
                        what, "it ended the login: " + cause.getMessage(), new NextStep.Text("ssh-add -l"), cause);
            case UnknownHostException _ -> new UnreachableException(what, "host not found", null, cause);
            case ConnectException _ ->
                new UnreachableException(what, "nothing answers on port " + hop.port(), null, cause);
            case NoRouteToHostException _ -> new UnreachableException(what, "no route to the host", null, cause);
            case SocketTimeoutException _ ->
                new UnreachableException(
                        what,
                        "no answer within " + Math.ceilDiv(hop.connectTimeout().toMillis(), 1000) + " s",
                        null,
                        cause);
            default -> new UnreachableException(what, String.valueOf(cause.getMessage()), null, cause);
        };
    }

    /** Names what both sides would have to share, and a line of sshd_config that brings it. */
    private static Optional<UnreachableException> unshared(String what, IOException cause) {
        Matcher unshared = Pattern.compile("Unable to reach a settlement of (\\w+): .* and \\[(.*)]")
                .matcher(String.valueOf(cause.getMessage()));
        if (!unshared.find()) {
            return Optional.empty();
        }
        String kind = unshared.group(1);
        String allowed = kind.startsWith("Kex") || kind.startsWith("KeyExchange")
                ? "KexAlgorithms +curve25519-sha256"
                : kind.contains("Cipher")
                        ? "Ciphers +aes256-gcm@openssh.com"
                        : kind.startsWith("MAC")
                                ? "MACs +hmac-sha2-256-etm@openssh.com"
                                : "HostKeyAlgorithms +ssh-ed25519";
        return Optional.of(new UnreachableException(
                what,
                "the server offers only " + unshared.group(2) + " for " + allowed.substring(0, allowed.indexOf(' '))
                        + ", which monsh does not support; allow another one in its sshd_config",
                new NextStep.Text(allowed),
                cause));
    }

    @Override
    public void close() {
        for (SSHClient client : chain.reversed()) {
            try {
                client.disconnect();
            } catch (IOException e) {
                // it is gone already
            }
        }
    }
}
