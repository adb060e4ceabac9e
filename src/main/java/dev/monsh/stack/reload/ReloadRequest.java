package dev.monsh.stack.reload;

import java.time.Duration;
import java.util.List;

/**
 * What is to be reloaded.
 *
 * @param names the services; every server of the stack where none is named
 * @param all also those whose configuration has not changed; so are named ones
 * @param dryRun only show how it would be done
 * @param timeout for each service
 */
public record ReloadRequest(List<String> names, boolean all, boolean dryRun, Duration timeout) {

    public ReloadRequest {
        names = List.copyOf(names);
    }

    boolean forces() {
        return all || !names.isEmpty();
    }
}
