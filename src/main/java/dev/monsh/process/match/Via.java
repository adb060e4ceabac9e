package dev.monsh.process.match;

/** How a process came into its group. */
public enum Via {
    /** A rule takes it. */
    RULE,
    /** No rule takes it, and its nearest ancestor with a group is in this one. */
    PARENT
}
