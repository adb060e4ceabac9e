package dev.monsh.failure;

/** A word of a command that a message tells the user to try: a shell and the console must read it as one word. */
public final class ShellWord {

    private ShellWord() {}

    /** Returns the word, in single quotes where it has anything but letters, digits and {@code . / : = @ % + , - _}. */
    public static String of(Object value) {
        String word = value.toString();
        return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
