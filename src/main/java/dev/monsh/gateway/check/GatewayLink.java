package dev.monsh.gateway.check;

import dev.monsh.box.GatewaySettings;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.transaction.GatewayTransaction;
import java.util.Optional;

/** A gateway that a command is connected to. */
public record GatewayLink(RemoteHost host, GatewayTransaction transaction, GatewaySettings settings)
        implements AutoCloseable {

    /** Returns the file with the mappings. */
    public String path() {
        return settings.nginxSite();
    }

    /** Returns the address under which clients reach it; the one of SSH where the configuration says nothing. */
    public String publicHost() {
        return settings.publicHost().orElse(settings.host());
    }

    /** Returns the same connection for another file, and another public address. */
    public GatewayLink withSite(String nginxSite, String publicHost) {
        return new GatewayLink(
                host,
                transaction,
                new GatewaySettings(
                        settings.host(),
                        settings.port(),
                        settings.user(),
                        settings.identityFile(),
                        nginxSite,
                        Optional.of(publicHost),
                        settings.nginx()));
    }

    @Override
    public void close() {
        host.close();
    }
}
