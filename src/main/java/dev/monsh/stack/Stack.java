package dev.monsh.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * A folder with the configuration of the services that belong together.
 *
 * @param folder absolute
 * @param files the configuration file of each service that the stack has, absolute
 * @param ports the TCP port on this machine of each service that the stack has
 */
public record Stack(Path folder, Map<Service, Path> files, Map<Service, Integer> ports) {

    public Stack {
        files = Map.copyOf(files);
        ports = Map.copyOf(ports);
    }

    /** Returns whether the stack has that service. */
    public boolean has(Service service) {
        return files.containsKey(service) && ports.containsKey(service);
    }
}
