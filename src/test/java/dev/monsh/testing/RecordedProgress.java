package dev.monsh.testing;

import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/** Remembers every step that it hears of. */
public final class RecordedProgress implements ProgressListener {

    private final List<Progress> heard = new ArrayList<>();

    @Override
    public synchronized void on(Progress progress) {
        heard.add(progress);
    }

    /** Returns the steps of one kind, in their order. */
    public synchronized <T extends Progress> List<T> of(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
