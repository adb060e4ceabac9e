package dev.monsh.adapter.nativeengine;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports whose first question is answered otherwise than the later ones: somebody takes them in between. */
final class FakePortOwnership implements PortOwnership {

    private final boolean own;
    private final Optional<String> first;
    private final Optional<String> later;
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();

    FakePortOwnership(boolean own, Optional<String> first, Optional<String> later) {
        this.own = own;
        this.first = first;
        this.later = later;
    }

    @Override
    public boolean owns(long pid, int port) {
        return own;
    }

    @Override
    public Optional<String> owner(int port) {
        return asked.add(port) ? first : later;
    }
}
