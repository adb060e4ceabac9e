package dev.monsh.dashboard.state;

import java.time.Duration;

/** How far back the plot reaches. */
public enum Span {
    MINUTES_5("5 min", Duration.ofMinutes(5)),
    MINUTES_15("15 min", Duration.ofMinutes(15)),
    HOUR("1 h", Duration.ofHours(1)),
    HOURS_6("6 h", Duration.ofHours(6)),
    DAY("24 h", Duration.ofDays(1));

    private final String words;
    private final Duration length;

    Span(String words, Duration length) {
        this.words = words;
        this.length = length;
    }

    public String words() {
        return words;
    }

    public Duration length() {
        return length;
    }

    /** Returns the next longer one, or the shortest after the longest. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the choices
    public Span next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
