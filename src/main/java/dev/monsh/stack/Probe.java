package dev.monsh.stack;

import java.net.URI;
import java.time.Duration;

/** Asks a server of the stack something that needs no credentials, such as whether it is ready. */
@FunctionalInterface
public interface Probe {

    /**
     * Sends a GET and returns what came; never fails.
     *
     * @param timeout for the whole of it
     */
    ProbeAnswer get(URI url, Duration timeout);
}
