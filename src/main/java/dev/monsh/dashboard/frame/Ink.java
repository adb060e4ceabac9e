package dev.monsh.dashboard.frame;

/** The few looks that a cell can have, named by what they mean. */
public enum Ink {
    PLAIN,
    /** Furniture: rules, units, what is old. */
    DIM,
    /** What the person has chosen. */
    ACCENT,
    /** The title of the pane that takes the keys. */
    TITLE,
    /** The selected row. */
    STRONG,
    GOOD,
    /** Look soon. */
    WARNING,
    /** Wrong. */
    BAD,
    /** What the search has found. */
    MATCH
}
