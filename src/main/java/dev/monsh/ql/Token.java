package dev.monsh.ql;

/**
 * One token of an expression.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param text the token as it is written
 */
public record Token(Kind kind, int start, int end, String text) {

    /** What a token is, before the grammar has given it a meaning. */
    public enum Kind {
        NAME,
        NUMBER,
        DURATION,
        STRING,
        /** A string whose closing quote is missing. */
        OPEN_STRING,
        OPERATOR,
        PUNCTUATION,
        COMMENT,
        /** A character that no token begins with. */
        ODD,
        END
    }

    /** Tells whether the token is this operator, bracket or word. */
    public boolean is(String wanted) {
        return kind != Kind.STRING && kind != Kind.OPEN_STRING && text.equals(wanted);
    }

    /** Tells whether the token is a string, closed or not. */
    public boolean isString() {
        return kind == Kind.STRING || kind == Kind.OPEN_STRING;
    }

    /** Returns what a string means; the text itself for another token. */
    public String value() {
        if (!isString()) {
            return text;
        }
        int last = kind == Kind.STRING ? text.length() - 1 : text.length();
        return QuotedText.meaning(text.substring(1, last), text.charAt(0));
    }
}
