package dev.monsh.testing;

import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a position as long as a test runs. */
public final class InMemoryPositions implements PositionStore {

    private volatile @Nullable TailPosition position;
    private volatile int saves;

    @Override
    public Optional<TailPosition> load() {
        return Optional.ofNullable(position);
    }

    @Override
    public void save(TailPosition saved) {
        position = saved;
        saves++;
    }

    public int saves() {
        return saves;
    }
}
