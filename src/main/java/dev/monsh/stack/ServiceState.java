package dev.monsh.stack;

import java.util.Locale;

/** What a service's process or container is doing. */
public enum ServiceState {
    /** Never started here, or stopped on purpose. */
    STOPPED,
    /** Its process runs, and it does not answer its readiness URL yet. */
    STARTING,
    /** Its process runs and it is ready. */
    RUNNING,
    /** It was started and ended by itself. */
    EXITED;

    /** Returns the word for output: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
