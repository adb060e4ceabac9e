package dev.monsh.stack;

import dev.monsh.failure.NextStep;
import java.nio.file.Path;
import java.util.Optional;

/** What can be done next about a stack. */
public sealed interface StackNextStep extends NextStep {

    /** Start a service, or create it again as its files say. */
    record Up(String service) implements StackNextStep {}

    /** Stop a service and start it. */
    record Restart(String service) implements StackNextStep {}

    /** Have a service read its configuration again. */
    record Reload(String service) implements StackNextStep {}

    /** Read what a service says. */
    record ReadLogs(String service) implements StackNextStep {}

    /** Check the files of a stack; without a folder, of the stack at hand. */
    record Check(Optional<Path> folder) implements StackNextStep {

        /** The stack at hand. */
        public Check() {
            this(Optional.empty());
        }
    }
}
