package dev.monsh.cloud;

import java.util.Map;
import java.util.Optional;

/**
 * A key that may log in to new instances.
 *
 * @param publicKey as OpenSSH writes it; empty where EC2 does not tell
 */
public record KeyPair(String id, String name, Optional<String> publicKey, Map<String, String> tags) {

    public KeyPair {
        tags = Map.copyOf(tags);
    }

    /** Returns the gateway that it is tagged for; monsh tags only keys that it imported. */
    public Optional<String> gateway() {
        return Optional.ofNullable(tags.get(GatewayTag.KEY));
    }
}
