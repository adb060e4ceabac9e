package dev.monsh.gateway.nginx;

/**
 * A piece of a configuration file; together they are the file.
 *
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 */
record Token(Kind kind, int start, int end) {

    enum Kind {
        SPACE,
        /** From {@code #} up to the line end, without it; blanks before it are included. */
        COMMENT,
        WORD,
        SEMICOLON,
        OPEN,
        CLOSE,
        /** What stands between the braces of a {@code *_by_lua_block}. */
        LUA
    }
}
