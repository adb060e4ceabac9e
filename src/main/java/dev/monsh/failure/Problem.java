package dev.monsh.failure;

/**
 * One fault in a file that a person wrote.
 *
 * @param file the file as the user knows it
 * @param line counted from 1; 0 when the fault has no place in the file
 * @param column counted from 1 in characters; 0 when the fault has no place in the file
 * @param message what is wrong and what was expected
 */
public record Problem(String file, int line, int column, String message) {

    /** Returns {@code FILE:LINE:COLUMN}, or the file alone where there is no place. */
    public String place() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return place() + ": " + message;
    }
}
