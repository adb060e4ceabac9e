package dev.monsh.cli;

/**
 * One word of a line.
 *
 * @param text the word without its quotes
 * @param start offset of its first character in the line
 * @param end offset behind its last character
 * @param quoted whether it starts with a quote
 */
public record Lexeme(String text, int start, int end, boolean quoted) {}
