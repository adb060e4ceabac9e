package dev.monsh.stack.check;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** A service does not start with it, or surely does not do what was meant. */
    ERROR,
    /** It works, until something happens: data is lost, a port is open, a version changes by itself. */
    WARNING,
    /** Good to know. */
    INFO;

    /** Returns the word for output: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
