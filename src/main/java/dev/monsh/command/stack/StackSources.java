package dev.monsh.command.stack;

import dev.monsh.failure.MonshException;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import dev.monsh.stack.status.StatusReporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the stack's commands find its files and what runs it. */
public interface StackSources {

    /** Reads the stack of a folder, which may be relative. */
    StackReading read(Path folder);

    /** Asks Compose for its own reading of a folder's files, which may be relative; no engine has to run for that. */
    ComposeReading byCompose(Path folder);

    /** Returns the stack of a folder, which may be relative, without any services. */
    Stack bare(Path folder);

    /** Says that an engine will be asked for, so that it can be looked for while the stack's files are read. */
    void expectEngine(Path folder);

    /**
     * Returns what runs the stack.
     *
     * @param wanted what was asked for; empty for what suits this machine
     * @param patience how long an engine or a server may take for one answer
     */
    ChosenEngine engine(Optional<EngineKind> wanted, Stack stack, Duration patience);

    /** Returns what tells how a stack is; each of its questions takes that long at most. */
    StatusReporter reporter(Duration patience);

    /** What Compose says of a stack's files. */
    sealed interface ComposeReading {

        /** It takes them, and this is what it makes of them. */
        record Taken(StackReading reading) implements ComposeReading {}

        /** It refuses them. */
        record Refused(MonshException why) implements ComposeReading {}

        /** It is not on this machine. */
        record Absent(String why) implements ComposeReading {}
    }

    /** An engine, and in words why it is this one. */
    record ChosenEngine(Engine engine, String why) {}
}
