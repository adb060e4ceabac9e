package dev.monsh.process.gotext;

import dev.monsh.failure.Problem;

/**
 * A piece of text and where a person wrote it.
 *
 * @param file the file as the user knows it, or a name for the command line
 * @param line of the first character, from 1; 0 when the text has no place
 * @param column of the first character, from 1 in characters; 0 when the text has no place
 * @param value the text as a program sees it, escapes resolved
 * @param verbatim whether each character of the value is one character of the file, on the same line, so that a column
 *     inside it can be named
 */
public record SourceText(String file, int line, int column, String value, boolean verbatim) {

    /** Returns text without a place, for instance an option of the command line. */
    public static SourceText of(String file, String value) {
        return new SourceText(file, 0, 0, value, false);
    }

    /**
     * Returns a problem about the character at {@code offset}, counted from 0. Where the file holds the text in another
     * form (escapes, folded lines), the problem stands at its first character and the message names the offset.
     */
    public Problem problemAt(int offset, String message) {
        if (line > 0 && verbatim) {
            return new Problem(file, line, column + value.codePointCount(0, Math.min(offset, value.length())), message);
        }
        return new Problem(file, line, column, message + " (at character " + (offset + 1) + ")");
    }

    /** Returns a problem about the text as a whole. */
    public Problem problem(String message) {
        return new Problem(file, line, column, message);
    }
}
