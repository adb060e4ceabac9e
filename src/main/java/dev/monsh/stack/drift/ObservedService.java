package dev.monsh.stack.drift;

import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import java.time.Instant;
import java.util.Optional;

/**
 * A service as it runs beside what the files say of it.
 *
 * @param kind which of the four servers it is; empty for any other program
 * @param declared empty where the files do not have it
 * @param running empty where there is nothing of it
 * @param verdict what the engine itself thinks of the two
 * @param declaredImageId what the declared image's name means now; empty where that is not known
 * @param configuration empty where it has no configuration file on this machine
 */
public record ObservedService(
        String name,
        Optional<Service> kind,
        Optional<ServiceDefinition> declared,
        Optional<Running> running,
        Verdict verdict,
        String declaredImageId,
        Optional<ObservedConfiguration> configuration) {

    /** Whether an engine would recreate a container. */
    public enum Verdict {
        SAME,
        OTHER,
        /** It can't tell: another version of it made the container. */
        UNKNOWN
    }

    /**
     * What runs, or ran.
     *
     * @param name of the container or process
     * @param exitCode how it ended, where it has
     * @param since when it was last started
     * @param imageId empty where it has no image
     */
    public record Running(
            String name,
            ServiceState state,
            Optional<Integer> exitCode,
            Optional<Instant> since,
            String imageId,
            ServiceDefinition definition) {

        public boolean isUp() {
            return state == ServiceState.RUNNING;
        }
    }
}
