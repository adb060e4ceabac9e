package dev.monsh.ql;

/**
 * What can't be right, whatever is typed next.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Fault(int start, int end, String message) {}
