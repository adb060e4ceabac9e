package dev.monsh.process.template.parse;

/**
 * One token of a template.
 *
 * @param position index of its first character in the template
 * @param text as written, quotes included
 */
record Token(Kind kind, int position, String text) {

    enum Kind {
        TEXT,
        LEFT_DELIMITER,
        RIGHT_DELIMITER,
        SPACE,
        LEFT_PARENTHESIS,
        RIGHT_PARENTHESIS,
        PIPE,
        COMMA,
        DECLARE,
        ASSIGN,
        DOT,
        FIELD,
        VARIABLE,
        IDENTIFIER,
        KEYWORD,
        BOOL,
        NIL,
        NUMBER,
        CHARACTER,
        STRING,
        RAW_STRING,
        END
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    String described() {
        return kind == Kind.END ? "the end of the template" : "\"" + text + "\"";
    }
}
