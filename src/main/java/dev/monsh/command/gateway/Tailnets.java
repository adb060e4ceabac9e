package dev.monsh.command.gateway;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetSource;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the Tailscale that a call is about. */
public interface Tailnets {

    /** Returns the one of this machine: the program that is given, else the one on PATH. */
    TailnetSource local(Optional<Path> program, GlobalOptions options);

    /** Returns the one of the gateway of the configuration, over a connection of its own. */
    TailnetSource gateway(GlobalOptions options);

    /** Returns what this machine, else the gateway, knows; empty where neither has a Tailscale that runs. Never fails. */
    Optional<Tailnet> near(GatewayHost host, GlobalOptions options);
}
