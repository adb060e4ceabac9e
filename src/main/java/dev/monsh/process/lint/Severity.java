package dev.monsh.process.lint;

/** How much a finding matters. */
public enum Severity {
    /** process-exporter does not start, or a name is surely not what was meant. */
    ERROR,
    /** Something does not do what it looks like. */
    WARNING,
    /** Works, and could be better. */
    HINT
}
