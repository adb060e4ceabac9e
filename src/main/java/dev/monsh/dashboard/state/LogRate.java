package dev.monsh.dashboard.state;

/**
 * What a service logs.
 *
 * @param lines in the last minute
 * @param errors those of them whose level is error or worse
 */
public record LogRate(double lines, double errors) {}
