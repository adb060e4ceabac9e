package dev.monsh.failure;

/** How much a finding matters. */
public enum Severity {
    /** A program does not start with it, or it surely does not do what was meant. */
    ERROR,
    /** It works, until something happens: data is lost, a port is open, a name is not what it looks like. */
    WARNING,
    /** Good to know; it works, and could be better. */
    NOTE
}
