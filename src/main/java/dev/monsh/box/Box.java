package dev.monsh.box;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One AIBOX as monsh reaches it.
 *
 * @param name the name in the configuration; {@code local} for this machine when nothing is configured
 * @param stack the folder of the Compose stack on this machine; empty for a box that is reached over the gateway
 * @param tailscaleIp the box's address in the tailnet
 */
public record Box(
        String name,
        Optional<Path> stack,
        Endpoint prometheus,
        Endpoint loki,
        Endpoint processExporter,
        Endpoint promtail,
        Optional<String> tailscaleIp) {}
