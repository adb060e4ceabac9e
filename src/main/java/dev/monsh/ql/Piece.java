package dev.monsh.ql;

/**
 * A part of an expression and what it is, for colours.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Piece(int start, int end, Role role) {

    /** What the part means. */
    public enum Role {
        METRIC,
        FUNCTION,
        KEYWORD,
        LABEL,
        STRING,
        NUMBER,
        DURATION,
        OPERATOR,
        BRACKET,
        COMMENT,
        /** A word that is being typed and may become anything. */
        PLAIN,
        /** Nothing that can stand there. */
        FAULT
    }
}
