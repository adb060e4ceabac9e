package dev.monsh.stack;

import dev.monsh.failure.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service stands in the Compose file, and what only the file says of it. A place is a {@link Problem} without a
 * message.
 *
 * @param containerName the name that it fixes
 * @param healthcheck whether it has a health check of its own
 * @param hostPid whether it sees the machine's processes
 * @param place of its name
 * @param keys the places of its keys
 * @param ports the place of each port of the service, in the same order
 * @param mounts the place of each mount that the file names, in the order of the service; others follow those
 */
public record ServiceSource(
        String service,
        Optional<String> containerName,
        boolean healthcheck,
        boolean hostPid,
        Problem place,
        Map<String, Problem> keys,
        List<Problem> ports,
        List<Problem> mounts) {

    public ServiceSource {
        keys = Map.copyOf(keys);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }

    /** Returns the place of a key, of the service itself where it has no such key. */
    public Problem at(String key) {
        return keys.getOrDefault(key, place);
    }
}
