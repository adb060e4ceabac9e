package dev.monsh.stack;

/**
 * A line that a service wrote.
 *
 * @param service its name in the stack
 * @param text without its end; may hold control characters
 */
public record OutputLine(String service, String text) {}
