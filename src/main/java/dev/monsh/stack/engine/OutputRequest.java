package dev.monsh.stack.engine;

import dev.monsh.stack.StackService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of the services' own output are wanted.
 *
 * @param services which ones
 * @param lastLines how many lines of each service to begin with, 0 or more; empty for all
 * @param since no line from before; engines that keep no times take no notice
 * @param follow whether to go on with new lines
 */
public record OutputRequest(
        List<StackService> services, Optional<Integer> lastLines, Optional<Instant> since, boolean follow) {

    public OutputRequest {
        services = List.copyOf(services);
    }
}
