package dev.monsh.stack.reload;

import dev.monsh.stack.ProbeAnswer;
import java.net.URI;
import java.time.Duration;

/** Makes a server reload its configuration through its own URL. */
@FunctionalInterface
public interface ReloadTrigger {

    /**
     * Sends a POST without a body and returns what came; never fails.
     *
     * @param timeout for the whole of it
     */
    ProbeAnswer post(URI url, Duration timeout);
}
