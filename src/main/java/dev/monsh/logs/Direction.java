package dev.monsh.logs;

/** The order in which lines come. */
public enum Direction {
    /** The oldest line first. */
    FORWARD,
    /** The newest line first. */
    BACKWARD
}
