package dev.monsh.adapter.ssh.login;

import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.Counted;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.host.SecretPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

/** Logs in with keys of the agent and of files, whose passphrases are asked for only when their turn comes. */
public final class Login {

    /** sshd's own MaxAuthTries: after as many keys it ends the connection. */
    private static final int MOST_TRIES = 6;

    private final SSHClient client;
    private final SshHop hop;
    private final SecretPrompt prompt;
    private final List<String> tried = new ArrayList<>();
    private final List<Bytes> triedKeys = new ArrayList<>();
    private final Optional<AgentClient> agent;

    /**
     * Takes a connection.
     *
     * @param left how long the agent may take for all of its answers
     */
    public Login(SSHClient client, SshHop hop, Duration left, SecretPrompt prompt) {
        this.client = client;
        this.hop = hop;
        this.prompt = prompt;
        this.agent = hop.agent().filter(Files::exists).map(socket -> new AgentClient(socket, left));
    }

    /**
     * Logs in.
     *
     * @throws RefusedException where no key is accepted, with all that were tried
     */
    public void run() throws IOException {
        if (!byKeys()) {
            throw refused();
        }
    }

    private RefusedException refused() {
        String allowed = String.join(", ", client.getUserAuth().getAllowedMethods());
        return new RefusedException(
                "ssh " + hop.name(),
                (tried.isEmpty() ? "no key to log in with" : "no key was accepted: " + String.join(", ", tried))
                        + (allowed.isEmpty() ? "" : "; the machine accepts " + allowed)
                        + (client.getUserAuth().hadPartialSuccess() ? ", and requires more than a key" : ""),
                "ssh-add -l");
    }

    /** The keys of the agent that a file names, the file that monsh's configuration names, other keys of the agent, other files. */
    private boolean byKeys() throws IOException {
        List<AgentIdentity> held = held();
        List<Bytes> named = files().stream().map(PublicKeyFile::blob).toList();
        for (AgentIdentity identity : held) {
            if (named.contains(identity.blob()) && byAgent(identity)) {
                return true;
            }
        }
        if (hop.chosen().isPresent() && byNamedFile(hop.chosen().get())) {
            return true;
        }
        int left = MOST_TRIES
                - triedKeys.size()
                - (int) files().stream().filter(Files::exists).count();
        for (AgentIdentity identity : hop.identitiesOnly() ? List.<AgentIdentity>of() : held) {
            if (!alreadyTried(identity.blob()) && left-- > 0 && byAgent(identity)) {
                return true;
            }
        }
        for (Path file : hop.identityFiles()) {
            if (Files.exists(file) && !alreadyTried(PublicKeyFile.blob(file)) && byFile(file)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> files() {
        return Stream.concat(hop.chosen().stream(), hop.identityFiles().stream())
                .toList();
    }

    private List<AgentIdentity> held() {
        if (agent.isEmpty()) {
            return List.of();
        }
        try {
            return agent.get().identities();
        } catch (IOException e) {
            tried.add("the agent does not answer: " + e.getMessage());
            return List.of();
        }
    }

    private boolean byAgent(AgentIdentity identity) throws IOException {
        triedKeys.add(identity.blob());
        return accepted(new AgentAuth(agent.orElseThrow(), identity), identity.comment() + " of the agent");
    }

    private boolean byNamedFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            tried.add(file + " (not found)");
            return false;
        }
        return !alreadyTried(PublicKeyFile.blob(file)) && byFile(file);
    }

    /** OpenSSH does not use a key that others can read, either. */
    private static boolean isExposed(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(each -> !each.name().startsWith("OWNER"));
    }

    private boolean byFile(Path file) throws IOException {
        if (isExposed(file)) {
            tried.add(file + " (others can read it; chmod 600 " + file + ")");
            return false;
        }
        PassphraseQuestion question = new PassphraseQuestion(prompt, file);
        try {
            KeyProvider keys = client.loadKeys(file.toString(), question);
            // read here and not while the server waits: a person may take a while to type
            keys.getPrivate();
            Bytes blob = Bytes.of(
                    new Buffer.PlainBuffer().putPublicKey(keys.getPublic()).getCompactData());
            return !alreadyTried(blob) && accepted(new AuthPublickey(keys), file.toString());
        } catch (UserAuthException e) {
            throw e;
        } catch (IOException | SSHRuntimeException e) {
            tried.add(file + " (" + reason(question, e) + ")");
            return false;
        }
    }

    private static String reason(PassphraseQuestion question, Exception cause) {
        if (!question.wasAsked()) {
            return String.valueOf(cause.getMessage());
        }
        return question.wasAnswered()
                ? "the passphrase is wrong"
                : "it needs a passphrase, which monsh can only ask for on a terminal";
    }

    private boolean alreadyTried(Bytes blob) {
        return triedKeys.contains(blob);
    }

    private boolean accepted(AuthMethod method, String name) throws IOException {
        tried.add(name);
        try {
            client.auth(hop.user(), method);
            return true;
        } catch (UserAuthException e) {
            if (!client.getTransport().isRunning()) {
                // too many attempts, most often
                throw e;
            }
            return false;
        } catch (IllegalStateException e) {
            throw new UserAuthException(
                    "the server closed the connection after " + Counted.of(triedKeys.size(), "key"), e);
        }
    }
}
