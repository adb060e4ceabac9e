package dev.monsh.stack.reload;

import java.util.Locale;

/** How a server loads its new configuration. */
public enum ReloadWay {
    /** By a POST to its own URL. */
    URL,
    /** By SIGHUP. */
    SIGNAL,
    RESTART,
    /** Not at all: it has loaded what the file says. */
    UNCHANGED;

    /** Returns the word for output: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
