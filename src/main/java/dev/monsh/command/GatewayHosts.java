package dev.monsh.command;

import dev.monsh.gateway.GatewayHost;
import java.nio.file.Path;

/** Finds the file with the mappings that a call is about. */
public interface GatewayHosts {

    /** Returns a file on this machine; nothing of this touches the network. */
    GatewayHost local(Path file, GlobalOptions options);

    /** Returns the gateway of the configuration, connected. */
    GatewayHost remote(GlobalOptions options);
}
