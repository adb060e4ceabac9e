package dev.monsh.step;

import java.util.function.Supplier;

/**
 * One thing that has to be so. All three parts may throw what {@code dev.monsh.failure} has.
 *
 * @param name one word or two, for the table
 * @param look sees what is there; changes nothing
 * @param act makes it so; called only where something is to be done
 * @param verify sees whether it is so afterwards
 */
public record Step(String name, Supplier<Sight> look, Runnable act, Supplier<Sight> verify) {

    /** A step that is verified by looking again. */
    public static Step of(String name, Supplier<Sight> look, Runnable act) {
        return new Step(name, look, act, look);
    }

    /** A step that can only look: where something is wrong, look throws. */
    public static Step check(String name, Supplier<Sight> look) {
        return of(name, look, () -> {});
    }
}
