package dev.monsh.gateway.nginx;

/**
 * A comment, from its {@code #} up to the end of the line.
 *
 * @param raw the text with its {@code #}, every character one byte
 */
public record Comment(int start, int end, String raw) implements Item {

    /** Returns the text without {@code #} and the blanks around it. */
    public String text() {
        return Word.decoded(raw.substring(1)).strip();
    }
}
