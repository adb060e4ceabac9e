package dev.monsh.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual machine.
 *
 * @param id for instance {@code i-0123}
 * @param type for instance {@code t3.micro}
 * @param image the AMI that it was made from
 * @param keyName the key pair that may log in; empty for none
 * @param publicAddress IPv4; empty while it has none
 * @param groups the identifiers of its security groups
 * @param requiresTokens whether its metadata service answers version 2 requests only, or none at all
 * @param launched when it was last started
 */
public record Instance(
        String id,
        InstanceState state,
        String type,
        String image,
        String network,
        Optional<String> keyName,
        Optional<String> publicAddress,
        List<String> groups,
        boolean requiresTokens,
        Instant launched,
        Map<String, String> tags) {

    public Instance {
        groups = List.copyOf(groups);
        tags = Map.copyOf(tags);
    }

    /** Returns the gateway that it is tagged as. */
    public Optional<String> gateway() {
        return Optional.ofNullable(tags.get(GatewayTag.KEY));
    }
}
