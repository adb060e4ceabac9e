package dev.monsh.stack;

/** A line that a service wrote, without its end; may hold control characters. */
public record OutputLine(Service service, String text) {}
