package dev.monsh.cloud;

import java.util.Locale;

/** The states of an instance, by the names that EC2 gives them. */
public enum InstanceState {
    PENDING,
    RUNNING,
    STOPPING,
    STOPPED,
    SHUTTING_DOWN,
    TERMINATED,
    /** One that was not known when this was written. */
    UNKNOWN;

    /** Returns the state of that name, for instance {@code shutting-down}. */
    public static InstanceState of(String word) {
        for (InstanceState each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return UNKNOWN;
    }

    /** Returns EC2's name of it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether the instance has ended, or is about to, and never comes back. */
    public boolean isOver() {
        return this == TERMINATED || this == SHUTTING_DOWN;
    }
}
