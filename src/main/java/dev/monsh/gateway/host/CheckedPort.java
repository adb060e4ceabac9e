package dev.monsh.gateway.host;

import java.util.Optional;

/**
 * A mapping as far as a check needs to know it.
 *
 * @param target the host that it leads to; empty where it can't be told
 * @param tails whether it leads to Loki, so that live tail must pass and a push must not
 */
public record CheckedPort(int port, Optional<String> target, int targetPort, boolean tails) {}
