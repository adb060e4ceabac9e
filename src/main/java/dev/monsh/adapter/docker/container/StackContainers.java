package dev.monsh.adapter.docker.container;

import dev.monsh.stack.Stack;
import java.util.List;

/** What an engine knows of a stack's containers. */
public interface StackContainers {

    /** Returns the containers that were made from the stack's folder, also those that have ended. */
    List<Container> of(Stack stack);

    /** Returns the containers of those ids; one that is gone by now is left out. */
    List<Container> inspect(List<String> ids);

    /** Returns the end of a container's output, both streams, oldest line first; nothing where it is gone. */
    List<String> lastLines(Container container, int lines);
}
