package dev.monsh.adapter.ssh.login;

import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.host.SecretPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

/** Logs in with keys: the agent's first, then the files, whose passphrases are asked for only when their turn comes. */
public final class Login {

    private final SSHClient client;
    private final SshHop hop;
    private final SecretPrompt prompt;
    private final List<String> tried = new ArrayList<>();
    private final List<Bytes> triedKeys = new ArrayList<>();

    public Login(SSHClient client, SshHop hop, SecretPrompt prompt) {
        this.client = client;
        this.hop = hop;
        this.prompt = prompt;
    }

    /**
     * Logs in.
     *
     * @throws RefusedException where no key is accepted, with all that were tried
     */
    public void run() throws IOException {
        if (!byAgent() && !byFiles()) {
            throw refused();
        }
    }

    private RefusedException refused() {
        String allowed = String.join(", ", client.getUserAuth().getAllowedMethods());
        return new RefusedException(
                "ssh " + hop.name(),
                (tried.isEmpty()
                                ? "there is no key to log in with"
                                : "no key was accepted: " + String.join(", ", tried))
                        + (allowed.isEmpty() ? "" : "; the machine takes " + allowed)
                        + (client.getUserAuth().hadPartialSuccess() ? ", and wants more than a key" : ""),
                "ssh-add -l");
    }

    private boolean byAgent() throws IOException {
        if (hop.agent().isEmpty() || !Files.exists(hop.agent().get())) {
            return false;
        }
        AgentClient agent = new AgentClient(hop.agent().get());
        try {
            for (AgentIdentity identity : ordered(agent.identities())) {
                triedKeys.add(identity.blob());
                if (accepted(new AgentAuth(agent, identity), identity.comment() + " of the agent")) {
                    return true;
                }
            }
        } catch (UserAuthException e) {
            throw e;
        } catch (IOException e) {
            tried.add("the agent does not answer: " + e.getMessage());
        }
        return false;
    }

    /** Servers allow only some attempts: the keys that the configuration names come first, and alone if it says so. */
    private List<AgentIdentity> ordered(List<AgentIdentity> held) {
        List<Bytes> named =
                hop.identityFiles().stream().map(PublicKeyFile::blob).toList();
        List<AgentIdentity> first = new ArrayList<>();
        List<AgentIdentity> others = new ArrayList<>();
        for (AgentIdentity identity : held) {
            boolean isNamed = named.contains(identity.blob());
            (isNamed ? first : others).add(identity);
        }
        if (!hop.identitiesOnly()) {
            first.addAll(others);
        }
        return first;
    }

    private boolean byFiles() throws IOException {
        for (Path file : hop.identityFiles()) {
            if (Files.exists(file) && !alreadyTried(PublicKeyFile.blob(file)) && byFile(file)) {
                return true;
            }
        }
        return false;
    }

    private boolean byFile(Path file) throws IOException {
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
                : "it needs a passphrase, and there is no terminal to ask on";
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
        }
    }
}
