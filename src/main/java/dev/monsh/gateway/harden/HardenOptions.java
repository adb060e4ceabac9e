package dev.monsh.gateway.harden;

import java.util.List;
import java.util.Optional;

/**
 * What is to be asked of clients beyond the usual.
 *
 * @param authFile the password file for basic authentication
 * @param allow who is let in; empty for everybody
 * @param tls the certificate to speak TLS with
 * @param pages whether Prometheus's own web pages stay reachable
 */
public record HardenOptions(
        Optional<GatewayPath> authFile, List<AddressBlock> allow, Optional<Tls> tls, boolean pages) {

    /** Nothing beyond the usual. */
    public static final HardenOptions NONE = new HardenOptions(Optional.empty(), List.of(), Optional.empty());

    /** Options without the web pages. */
    public HardenOptions(Optional<GatewayPath> authFile, List<AddressBlock> allow, Optional<Tls> tls) {
        this(authFile, allow, tls, false);
    }

    public HardenOptions {
        allow = List.copyOf(allow);
    }

    /** Two files, PEM. */
    public record Tls(GatewayPath certificate, GatewayPath key) {}
}
