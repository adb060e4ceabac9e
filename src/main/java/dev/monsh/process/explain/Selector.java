package dev.monsh.process.explain;

/** The three things by which a rule selects, in the order in which they are tried. */
public enum Selector {
    COMM("comm"),
    EXE("exe"),
    CMDLINE("cmdline");

    private final String key;

    Selector(String key) {
        this.key = key;
    }

    /** Returns the key of the rule in the file. */
    public String key() {
        return key;
    }
}
