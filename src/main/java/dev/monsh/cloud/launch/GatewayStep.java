package dev.monsh.cloud.launch;

import dev.monsh.cloud.Gateway;
import java.time.Duration;
import java.util.Optional;

/**
 * One step on the way to a gateway, or to its end. A step can be killed at any point and begun again: it looks before it
 * acts, and what it makes carries the tag by which it is found again.
 */
public interface GatewayStep {

    /** How long it usually takes at most until what was done shows. */
    Duration USUAL = Duration.ofMinutes(2);

    /** Returns what it is about, for instance {@code security group}. */
    String name();

    /** Looks whether anything is to be done. */
    StepLook look(Gateway gateway);

    /** Does it. Called only after {@link #look} said that it is needed. */
    void act(Gateway gateway);

    /** Tries once more what {@link #act} could not do yet, while its result is waited for. */
    default void again(Gateway gateway) {
        // most acts are taken by EC2 at once, and only their results take time
    }

    /** Returns what would be done, without a word to any machine but EC2. */
    default StepLook plan(Gateway gateway) {
        return look(gateway);
    }

    /** Returns what to say where it did not show in time and the other steps can go on without it; empty where not. */
    default Optional<String> givenUp(Gateway gateway) {
        return Optional.empty();
    }

    /** Returns how long to wait after {@link #act} for {@link #look} to see it. */
    default Duration patience() {
        return USUAL;
    }
}
