package dev.monsh.logs.tail;

import java.util.Optional;

/** Where the position of a tail is kept from one run to the next. */
public interface PositionStore {

    /**
     * Returns what was saved last; empty when nothing was.
     *
     * @throws dev.monsh.failure.ConfigurationException when what is there is no position
     */
    Optional<TailPosition> load();

    /** Replaces what was saved. Whoever loads, at any time, gets the old position or the new one. */
    void save(TailPosition position);

    /** Returns a store that keeps nothing. */
    static PositionStore none() {
        return new PositionStore() {
            @Override
            public Optional<TailPosition> load() {
                return Optional.empty();
            }

            @Override
            public void save(TailPosition position) {
                // nobody asked for it
            }
        };
    }
}
