package dev.monsh.command;

import dev.monsh.gateway.host.GatewayLink;

/** Connects to the gateway of the configuration. */
@FunctionalInterface
public interface GatewayAccess {

    /**
     * Connects.
     *
     * @throws dev.monsh.failure.ConfigurationException where the configuration has no gateway
     */
    GatewayLink open(GlobalOptions options);
}
