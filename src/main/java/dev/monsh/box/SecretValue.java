package dev.monsh.box;

/** A secret that was read. It prints as {@code ***}. */
public final class SecretValue {

    private final char[] chars;

    /** Takes a copy of the characters. */
    public SecretValue(char[] chars) {
        this.chars = chars.clone();
    }

    /** Returns a copy of the characters. */
    public char[] chars() {
        return chars.clone();
    }

    @Override
    public String toString() {
        return "***";
    }
}
