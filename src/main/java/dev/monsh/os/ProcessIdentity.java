package dev.monsh.os;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param startTicks when it was forked, in clock ticks since boot: field 22 of {@code /proc/PID/stat}, see proc(5); it
 *     stays the same over an exec
 * @param bootId {@code /proc/sys/kernel/random/boot_id} at that time
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {}
