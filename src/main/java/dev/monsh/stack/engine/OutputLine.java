package dev.monsh.stack.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A line that a service wrote.
 *
 * @param service its name in the stack
 * @param time when it was written, where the engine knows
 * @param text without its end; may hold control characters
 */
public record OutputLine(String service, Optional<Instant> time, String text) {}
