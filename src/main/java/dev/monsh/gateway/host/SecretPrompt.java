package dev.monsh.gateway.host;

import dev.monsh.box.SecretValue;
import java.util.Optional;

/** Asks a person for a secret: the passphrase of a key, the password for sudo. */
@FunctionalInterface
public interface SecretPrompt {

    /** Nobody is there to be asked. */
    SecretPrompt NOBODY = question -> Optional.empty();

    /**
     * Asks on the terminal without showing what is typed.
     *
     * @param question may hold text from outside
     * @return empty where there is no terminal, or nothing was typed
     */
    Optional<SecretValue> ask(String question);
}
