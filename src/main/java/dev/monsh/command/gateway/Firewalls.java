package dev.monsh.command.gateway;

import dev.monsh.across.onboard.Firewall;
import dev.monsh.cli.GlobalOptions;
import java.util.Optional;

/** Opens what lets packets from outside reach the gateway. */
@FunctionalInterface
public interface Firewalls {

    /** Returns the security group; empty where the configuration has no {@code aws}. */
    Optional<Firewall> open(GlobalOptions options);
}
