package dev.monsh.cloud.launch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A public key by which a machine proves over SSH who it is.
 *
 * @param type for instance {@code ssh-ed25519}
 * @param key the key itself in Base64 (RFC 4253, 6.6)
 */
public record HostKey(String type, String key) {

    private static final int LENGTH_FIELD = 4;

    /** Reads a key; empty where the Base64 is damaged or holds a key of another type than it says. */
    static Optional<HostKey> of(String type, String key) {
        try {
            byte[] blob = Base64.getDecoder().decode(key);
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            boolean same = blob.length > LENGTH_FIELD + name.length
                    && blob[LENGTH_FIELD - 1] == name.length
                    && Arrays.equals(name, Arrays.copyOfRange(blob, LENGTH_FIELD, LENGTH_FIELD + name.length));
            return same ? Optional.of(new HostKey(type, key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns {@code SHA256:…} as {@code ssh-keygen -l} prints it. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
