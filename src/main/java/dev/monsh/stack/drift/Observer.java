package dev.monsh.stack.drift;

import dev.monsh.stack.Stack;
import java.util.List;

/** Sees what an engine runs of a stack, beside what the stack's files say. */
public interface Observer {

    /**
     * Returns every service that the files or the engine have: those of the files in their order, then the others. A service
     * with several containers is there once for each.
     *
     * @throws dev.monsh.failure.UnreachableException where the engine does not answer
     */
    List<ObservedService> observe(Stack stack);
}
