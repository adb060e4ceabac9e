package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.shell.ShellWord;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.connect.UnknownHost;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/** Lets a host in only when known_hosts knows its key, and remembers why it did not. Nothing is ever added silently. */
public final class HostKeyCheck implements HostKeyVerifier {

    private final SshHop hop;
    private final KnownHosts known;
    private volatile @Nullable RefusedException refusal;
    private volatile @Nullable UnknownHost stranger;

    public HostKeyCheck(SshHop hop, KnownHosts known) {
        this.hop = hop;
        this.known = known;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        ShownKey shown = ShownKey.of(key);
        HostKeyVerdict verdict = shown.judge(known);
        refusal = refusal(verdict, shown);
        stranger = verdict instanceof HostKeyVerdict.Unknown ? unknown(shown) : null;
        return verdict instanceof HostKeyVerdict.Accepted;
    }

    /** The types to ask for are set in the configuration of the connection, in order, where none is left out. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }

    /** Returns why the host's key was not accepted; empty where it was, or was never shown. */
    public Optional<RefusedException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Returns the machine where its key is not known; empty where it is, or another one is. */
    public Optional<UnknownHost> stranger() {
        return Optional.ofNullable(stranger);
    }

    private UnknownHost unknown(ShownKey shown) {
        return new UnknownHost(
                hop.name(),
                shown.fingerprint(),
                shown.type(),
                shown.knownHostsLine(hop.knownHostsName()),
                hop.knownHosts().stream().findFirst());
    }

    private @Nullable RefusedException refusal(HostKeyVerdict verdict, ShownKey shown) {
        String what = "ssh " + hop.name();
        String key = shown.type() + " " + shown.fingerprint();
        return switch (verdict) {
            case HostKeyVerdict.Accepted _ -> null;
            case HostKeyVerdict.Unknown _ ->
                new RefusedException(
                        what,
                        "its key is not known: " + key + "; compare it with what `ssh-keygen -lf "
                                + "/etc/ssh/ssh_host_…_key.pub` says on that machine before you add it",
                        addition(shown));
            case HostKeyVerdict.Changed(KnownHostLine line) ->
                new RefusedException(
                        what,
                        "its key is not the one of " + line.place() + " but " + key
                                + "; somebody may be intercepting the connection, or the machine was reinstalled",
                        "ssh-keygen -f " + ShellWord.quoted(line.file().toString()) + " -R "
                                + ShellWord.quoted(hop.knownHostsName()));
            case HostKeyVerdict.Revoked(String place) ->
                new RefusedException(what, "its key is revoked in " + place + ": " + key);
            case HostKeyVerdict.BadCertificate(String why) ->
                new RefusedException(what, "the certificate of its key " + key + " is not good: " + why);
        };
    }

    private String addition(ShownKey shown) {
        return "echo " + ShellWord.quoted(shown.knownHostsLine(hop.knownHostsName())) + " >> "
                + hop.knownHosts().stream()
                        .findFirst()
                        .map(file -> ShellWord.quoted(file.toString()))
                        .orElse("~/.ssh/known_hosts");
    }
}
