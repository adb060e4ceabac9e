package dev.monsh.dashboard.state;

/** The size of the window, in character cells. */
public record Size(int columns, int rows) {}
