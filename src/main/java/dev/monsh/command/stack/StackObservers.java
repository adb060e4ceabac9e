package dev.monsh.command.stack;

import dev.monsh.stack.drift.DriftFinder;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.reload.StackReloader;
import java.time.Duration;

/** What compares a stack that an engine runs with its files, and brings the two together. */
public interface StackObservers {

    /** Returns what finds drift; each of its questions takes that long at most. */
    DriftFinder finder(Engine engine, Duration patience);

    /** Returns what reloads; each of its questions takes that long at most. */
    StackReloader reloader(Engine engine, Duration patience);
}
