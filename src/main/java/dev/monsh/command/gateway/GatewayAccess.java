package dev.monsh.command.gateway;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.gateway.check.GatewayLink;

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
