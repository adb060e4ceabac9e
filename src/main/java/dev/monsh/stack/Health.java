package dev.monsh.stack;

import java.util.Locale;

/** What is known of a service's health. */
public enum Health {
    /** Nothing runs that could be asked. */
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY;

    /** Returns the word for output: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
