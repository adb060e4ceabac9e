package dev.monsh.stack.engine;

/**
 * A process that was ended.
 *
 * @param name the service or worker
 * @param killed whether it had to be killed because it did not end when asked
 */
public record Ended(String name, long pid, boolean killed) {}
