package dev.monsh.command.gateway;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.transaction.JournalEntry;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Finds the file with the mappings that a call is about. */
public interface GatewayHosts {

    /** Returns a file on this machine; nothing of this touches the network. */
    GatewayHost local(Path file, GlobalOptions options);

    /**
     * Returns the gateway of the configuration, connected.
     *
     * @param news takes changes of earlier calls that nobody has seen the end of
     * @throws dev.monsh.failure.ConfigurationException where the configuration has no gateway
     */
    GatewayHost remote(GlobalOptions options, Consumer<JournalEntry> news);
}
