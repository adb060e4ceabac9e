package dev.monsh.dashboard.state;

/**
 * What is to be plotted.
 *
 * @param group whose numbers; empty for none
 */
public record Plot(String group, Measure measure, Span span) {}
