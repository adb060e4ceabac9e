package dev.monsh.gateway;

import dev.monsh.failure.NextStep;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be done next about a gateway. */
public sealed interface GatewayNextStep extends NextStep {

    /** Give the mappings what a plain {@code proxy_pass} lacks. */
    record Harden() implements GatewayNextStep {}

    /** The same, where only a test by hand tells more. */
    record HardenOrTest() implements GatewayNextStep {}

    /** Let in only who has a password or one of some addresses. */
    record RestrictClients() implements GatewayNextStep {}

    /** Refuse requests for other host names than the gateway's own, which the configuration has to name. */
    record RefuseOtherHosts() implements GatewayNextStep {}

    /** Keep Prometheus's own web pages, which hardening blocks. */
    record KeepWebPages() implements GatewayNextStep {}

    /** Read what hardening does with passwords. */
    record ReadAboutPasswords() implements GatewayNextStep {}

    /** Look at all mappings. */
    record ListMappings() implements GatewayNextStep {}

    /** Make the first mapping, and with it the file. */
    record AddMapping() implements GatewayNextStep {}

    /** Give a mapping another public port. */
    record MovePort(int port) implements GatewayNextStep {}

    /**
     * Lead a mapping elsewhere.
     *
     * @param port the public one
     * @param host the address to lead to; empty where it is for the user to choose
     * @param targetPort the port there; empty where it is for the user to choose
     */
    record SetTarget(int port, Optional<String> host, OptionalInt targetPort) implements GatewayNextStep {}

    /** Follow the way from here to every box. */
    record Check() implements GatewayNextStep {}

    /** Look for what can do harm. */
    record Audit() implements GatewayNextStep {}

    /** Look at the changes so far. */
    record SeeHistory() implements GatewayNextStep {}

    /** Take the last change back. */
    record RollBack() implements GatewayNextStep {}
}
