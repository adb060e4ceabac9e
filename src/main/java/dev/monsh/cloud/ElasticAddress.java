package dev.monsh.cloud;

import java.util.Map;
import java.util.Optional;

/**
 * An address that stays with the account until it is released.
 *
 * @param id of the allocation, for instance {@code eipalloc-0123}
 * @param address IPv4
 * @param association what ties it to a machine or network interface; empty while nothing uses it
 * @param instance the machine that has it
 */
public record ElasticAddress(
        String id, String address, Optional<String> association, Optional<String> instance, Map<String, String> tags) {

    public ElasticAddress {
        tags = Map.copyOf(tags);
    }

    /** Returns the gateway that it is tagged for. */
    public Optional<String> gateway() {
        return Optional.ofNullable(tags.get(GatewayTag.KEY));
    }
}
