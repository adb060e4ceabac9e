package dev.monsh.adapter.nativeengine;

import java.util.Optional;

/** Tells a server that monsh started from another one that answers on the same port. */
interface PortOwnership {

    /** Returns whether that process listens on the port. */
    boolean owns(long pid, int port);

    /** Describes who listens on the port; empty if nobody answers there. */
    Optional<String> owner(int port);
}
