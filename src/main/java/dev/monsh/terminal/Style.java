package dev.monsh.terminal;

/** The few looks that text can have, named by what they mean. */
public enum Style {
    PLAIN(""),
    HEADER("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    ACCENT("36"),
    MATCH("1;32");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    /** Returns the parameters of the SGR sequence (ECMA-48, 8.3.117); empty for none. */
    String parameters() {
        return parameters;
    }
}
