package dev.monsh.stack;

import java.util.Set;

/**
 * Which lines of the services' own output are wanted.
 *
 * @param services empty for all
 * @param lastLines how many lines of each service to begin with, 0 or more
 * @param follow whether to go on with new lines
 */
public record OutputRequest(Set<Service> services, int lastLines, boolean follow) {

    public OutputRequest {
        services = Set.copyOf(services);
    }
}
