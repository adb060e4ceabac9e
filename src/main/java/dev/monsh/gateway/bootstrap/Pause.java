package dev.monsh.gateway.bootstrap;

import java.time.Duration;

/** Waits between two looks. */
@FunctionalInterface
public interface Pause {

    /** Waits; throws {@link dev.monsh.failure.InterruptedByUserException} where the user has enough of it. */
    void wait(Duration time);
}
