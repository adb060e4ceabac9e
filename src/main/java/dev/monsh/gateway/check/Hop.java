package dev.monsh.gateway.check;

/**
 * One hop of a check.
 *
 * @param name what was looked at
 * @param detail what was seen; text of the gateway may be in it
 */
public record Hop(String name, boolean good, String detail) {}
