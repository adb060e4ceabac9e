package dev.monsh.metrics;

/**
 * What is known of an answer once all of it was handed on.
 *
 * @param empty whether it had no series; a scalar and a string are one
 */
public record Answered(boolean empty, Notices notices) {}
