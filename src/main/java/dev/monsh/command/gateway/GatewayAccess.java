package dev.monsh.command.gateway;

import dev.monsh.box.Box;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.gateway.check.GatewayLink;
import java.util.List;

/** Connects to the gateway of the configuration. */
@FunctionalInterface
public interface GatewayAccess {

    /**
     * Connects.
     *
     * @throws dev.monsh.failure.ConfigurationException where the configuration has no gateway
     */
    GatewayLink open(GlobalOptions options);

    /** Returns the boxes of the configuration. */
    default List<Box> boxes(GlobalOptions options) {
        return List.of();
    }
}
