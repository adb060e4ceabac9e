package dev.monsh.box;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine whose nginx maps public ports to the boxes.
 *
 * @param host name or address for SSH, or a {@code Host} of the user's own SSH configuration
 * @param port of SSH; empty for what the SSH configuration says, else 22
 * @param nginxSite the file with the mappings, a path on the gateway
 * @param publicHost the address under which Grafana reaches the mapped ports
 * @param nginx which nginx it is, where there may be several
 */
public record GatewaySettings(
        String host,
        Optional<Integer> port,
        Optional<String> user,
        Optional<Path> identityFile,
        String nginxSite,
        Optional<String> publicHost,
        NginxSettings nginx) {

    /** Settings of a gateway with the nginx of its distribution. */
    public GatewaySettings(
            String host,
            Optional<Integer> port,
            Optional<String> user,
            Optional<Path> identityFile,
            String nginxSite,
            Optional<String> publicHost) {
        this(host, port, user, identityFile, nginxSite, publicHost, NginxSettings.PACKAGED);
    }
}
