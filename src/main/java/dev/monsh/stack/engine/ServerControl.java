package dev.monsh.stack.engine;

import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;

/** What an engine can do with a server besides starting and ending it. */
public interface ServerControl {

    /**
     * Lets the server's own program judge its configuration file, beside the server that runs.
     *
     * @throws dev.monsh.failure.MonshException with the file's name on this machine and the line, if it would be rejected
     */
    void check(Stack stack, StackService service);

    /** Puts the file's text where the server reads it, where that is not the file itself. */
    default void prepare(Stack stack, StackService service) {}

    /** Sends SIGHUP to the server. */
    void hangUp(Stack stack, StackService service);
}
