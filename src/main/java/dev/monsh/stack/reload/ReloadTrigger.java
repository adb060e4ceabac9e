package dev.monsh.stack.reload;

import dev.monsh.stack.ProbeAnswer;
import java.net.URI;
import java.time.Duration;

/** Tells a server by its own URL to read its configuration again. */
@FunctionalInterface
public interface ReloadTrigger {

    /**
     * Sends a POST without a body and returns what came; never fails.
     *
     * @param timeout for the whole of it
     */
    ProbeAnswer post(URI url, Duration timeout);
}
