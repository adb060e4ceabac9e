package dev.monsh.cloud;

import java.time.Duration;

/** Waits a while between two looks. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits.
     *
     * @throws dev.monsh.failure.InterruptedByUserException where Ctrl-C ends the wait
     */
    void forAbout(Duration time);
}
