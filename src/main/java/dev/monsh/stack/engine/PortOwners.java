package dev.monsh.stack.engine;

import java.util.Optional;

/** Tells which process of this machine listens on a TCP port. */
@FunctionalInterface
public interface PortOwners {

    /** Returns the owner as text, for instance {@code nginx (pid 812)}; empty where nobody listens or it can't be seen. */
    Optional<String> owner(int port);
}
