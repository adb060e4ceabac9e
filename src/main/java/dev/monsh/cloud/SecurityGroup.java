package dev.monsh.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A security group with its inbound rules.
 *
 * @param id for instance {@code sg-0123}
 * @param network the VPC that it belongs to
 */
public record SecurityGroup(String id, String name, String network, List<InboundRule> rules, Map<String, String> tags) {

    public SecurityGroup {
        rules = List.copyOf(rules);
        tags = Map.copyOf(tags);
    }

    /** Returns the gateway that it is tagged for; monsh tags only groups that it made. */
    public Optional<String> gateway() {
        return Optional.ofNullable(tags.get(GatewayTag.KEY));
    }
}
