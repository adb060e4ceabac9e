package dev.monsh.adapter.ssh.login;

import dev.monsh.box.SecretValue;
import dev.monsh.gateway.host.SecretPrompt;
import java.nio.file.Path;
import java.util.Optional;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;

/** Asks for the passphrase of a key file, as often as OpenSSH does. */
final class PassphraseQuestion implements PasswordFinder {

    private static final int TRIES = 3;

    private final SecretPrompt prompt;
    private final Path key;
    private int asked;
    private boolean answered = true;

    PassphraseQuestion(SecretPrompt prompt, Path key) {
        this.prompt = prompt;
        this.key = key;
    }

    @Override
    public char[] reqPassword(@Nullable Resource<?> resource) {
        asked++;
        Optional<SecretValue> answer = prompt.ask("passphrase for the key " + key + ": ");
        answered = answer.isPresent();
        return answer.map(SecretValue::chars).orElse(new char[0]);
    }

    @Override
    public boolean shouldRetry(@Nullable Resource<?> resource) {
        return answered && asked < TRIES;
    }

    /** Tells whether the key turned out to be encrypted. */
    boolean wasAsked() {
        return asked > 0;
    }

    /** Tells whether there was anybody to answer. */
    boolean wasAnswered() {
        return answered;
    }
}
