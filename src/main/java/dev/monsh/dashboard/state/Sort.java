package dev.monsh.dashboard.state;

/** By what the groups are ordered. */
public enum Sort {
    CPU("cpu"),
    MEMORY("mem"),
    NAME("name"),
    PROCESSES("procs"),
    UPTIME("youngest"),
    LINES("log/m"),
    ERRORS("err/m");

    private final String words;

    Sort(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the choices
    public Sort next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
