package dev.monsh.testing;

import dev.monsh.terminal.TerminalProfile;

/** Terminals of several kinds. */
public final class Profiles {

    private Profiles() {}

    /** A UTF-8 terminal of 24 rows, without colour and braille. */
    public static TerminalProfile terminal(int width) {
        return new TerminalProfile(true, true, true, width, 24, true, false, true, false);
    }

    /** A UTF-8 terminal of 24 rows, with colour and braille. */
    public static TerminalProfile colorful(int width) {
        return new TerminalProfile(true, true, true, width, 24, true, true, true, true);
    }

    /** A terminal of 24 rows that knows ASCII only. */
    public static TerminalProfile ascii(int width) {
        return new TerminalProfile(true, true, true, width, 24, true, false, false, false);
    }

    /** No terminal at all. */
    public static TerminalProfile pipe() {
        return new TerminalProfile(false, false, false, 80, 24, true, false, true, false);
    }
}
