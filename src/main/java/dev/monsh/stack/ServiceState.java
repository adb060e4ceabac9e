package dev.monsh.stack;

import java.util.Locale;

/** What a service's process or container is doing; the words are Docker's own where it has one. */
public enum ServiceState {
    /** Never started here, or stopped on purpose; there is no container of it. */
    STOPPED,
    /** No program for it is on this machine, so it can't run as a plain process. */
    ABSENT,
    /** It has a container that was never started. */
    CREATED,
    /** Its process runs, and it does not answer its readiness URL yet. */
    STARTING,
    /** Its process runs. */
    RUNNING,
    PAUSED,
    /** It ended by itself and is being started again by the engine. */
    RESTARTING,
    /** It was started and ended. */
    EXITED;

    /** Returns the word for output: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
