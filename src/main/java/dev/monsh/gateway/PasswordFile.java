package dev.monsh.gateway;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConflictException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A password file of nginx: {@code USER:HASH} lines. It is treated as bytes, one a character, so that the lines of others
 * stay as they are.
 *
 * @param path on the gateway
 * @param bytes empty where file not found
 */
public record PasswordFile(String path, Optional<Bytes> bytes) {

    /** Returns whether a user has a line in it. */
    public boolean has(String user) {
        return text().lines().anyMatch(line -> line.startsWith(user + ":"));
    }

    private String text() {
        return bytes.map(each -> new String(each.toArray(), StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    /**
     * Returns the file with a user's new password; all other lines stay.
     *
     * @throws ConflictException where it holds something else than passwords
     */
    public CompanionFile with(NewLogin login, SecureRandom random) {
        StringBuilder changed = new StringBuilder();
        text().lines().forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#") && line.indexOf(':') <= 0) {
                throw new ConflictException(
                        path, "isn't a password file: a line has no colon", new GatewayNextStep.ReadAboutPasswords());
            }
            if (!line.startsWith(login.user() + ":")) {
                changed.append(line).append('\n');
            }
        });
        changed.append(login.line(random)).append('\n');
        return new CompanionFile(
                path,
                bytes.map(Bytes::fingerprint).orElse(""),
                Optional.of(Bytes.of(changed.toString().getBytes(StandardCharsets.ISO_8859_1))));
    }
}
