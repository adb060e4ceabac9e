package dev.monsh.gateway.map;

import dev.monsh.box.TailnetAddress;
import java.util.Optional;

/**
 * A box that is to be reached through the gateway.
 *
 * @param prometheusPort the public port; empty to take the next free one
 * @param lokiPort likewise
 */
public record NewMapping(
        String box, TailnetAddress address, Optional<Integer> prometheusPort, Optional<Integer> lokiPort) {}
