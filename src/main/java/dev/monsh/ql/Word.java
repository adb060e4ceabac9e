package dev.monsh.ql;

/**
 * A word that the grammar itself allows at a place.
 *
 * @param text what goes into the expression, an opening bracket included
 * @param shown what a list shows
 * @param help one line; may be empty
 */
public record Word(String text, String shown, String help) {

    /** Returns a word that is shown as it is. */
    public static Word of(String text, String help) {
        return new Word(text, text.strip(), help);
    }

    @Override
    public String toString() {
        return text.strip();
    }
}
