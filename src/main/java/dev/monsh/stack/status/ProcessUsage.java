package dev.monsh.stack.status;

/**
 * What a process has used so far.
 *
 * @param cpuNanos processor time of all its threads
 * @param residentBytes memory that is its own and in RAM now
 */
public record ProcessUsage(long cpuNanos, long residentBytes) {}
