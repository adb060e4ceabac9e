package dev.monsh.dashboard.state;

/** A part of the screen; {@code 1} to {@code 5} lead to them. */
public enum Pane {
    GROUPS("Groups"),
    SERVICES("Services"),
    LOG("Log"),
    PLOT("Plot"),
    ALERTS("Alerts");

    private final String title;

    Pane(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Returns the number that leads to it, from 1. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the screen
    public int number() {
        return ordinal() + 1;
    }

    /** Returns the pane of a number, from 1. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the screen
    public static Pane numbered(int number) {
        return values()[number - 1];
    }

    /** Returns the pane that is so many further on, around the end. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the screen
    public Pane further(int steps) {
        return values()[Math.floorMod(ordinal() + steps, values().length)];
    }
}
