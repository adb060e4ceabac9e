package dev.monsh.dashboard.state;

/** What the plot shows of a group. */
public enum Measure {
    CPU("cpu"),
    MEMORY("memory"),
    THREADS("threads"),
    FILES("open files"),
    LINES("log lines a minute");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the choices
    public Measure next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
