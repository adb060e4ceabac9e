package dev.monsh.cli.completion;

/**
 * A name that a server has: of a metric, a label, a field, or the value of a label.
 *
 * @param kind such as {@code counter}; may be empty
 * @param help one line; may be empty
 */
public record Name(String text, String kind, String help) {

    /** Returns a name of which no more is known. */
    public static Name of(String text) {
        return new Name(text, "", "");
    }

    /** Returns kind and help as one line. */
    String description() {
        return kind.isEmpty() || help.isEmpty() ? kind + help : kind + ": " + help;
    }
}
