package dev.monsh.gateway.nginx;

/**
 * Finds the end of a {@code *_by_lua_block}: the brace that is closed outside of strings, long brackets and comments (Lua 5.1
 * Reference Manual, section 2.1).
 */
final class LuaScanner {

    private final NginxSource source;
    private final int start;
    private int at;

    LuaScanner(NginxSource source, int start) {
        this.source = source;
        this.start = start;
        this.at = start;
    }

    /** Returns the offset of the closing brace. */
    int end() {
        int depth = 0;
        while (at < source.length()) {
            byte b = source.at(at);
            if (b == '}' && depth == 0) {
                return at;
            }
            depth += b == '{' ? 1 : b == '}' ? -1 : 0;
            skip(b);
        }
        throw source.fault(start - 1, "this block of Lua is never closed");
    }

    private void skip(byte b) {
        int level = longBracket(at);
        if (level >= 0) {
            skipLong(level);
        } else if (b == '"' || b == '\'') {
            skipString(b);
        } else if (b == '-' && isAt(at + 1, '-')) {
            skipComment();
        } else {
            at++;
        }
    }

    private void skipString(byte quote) {
        at++;
        while (at < source.length() && source.at(at) != quote) {
            at += source.at(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipComment() {
        at += 2;
        int level = longBracket(at);
        if (level >= 0) {
            skipLong(level);
        } else {
            at = source.lineEnd(Math.min(at, source.length()));
        }
    }

    private void skipLong(int level) {
        String closing = "]" + "=".repeat(level) + "]";
        at += level + 2;
        while (at < source.length()
                && !source.raw(at, Math.min(at + closing.length(), source.length()))
                        .equals(closing)) {
            at++;
        }
        at += closing.length();
    }

    /** Returns how many {@code =} stand in a long bracket that opens here, or -1 where none does. */
    private int longBracket(int offset) {
        if (!isAt(offset, '[')) {
            return -1;
        }
        int equals = 0;
        while (isAt(offset + 1 + equals, '=')) {
            equals++;
        }
        return isAt(offset + 1 + equals, '[') ? equals : -1;
    }

    private boolean isAt(int offset, char c) {
        return offset < source.length() && source.at(offset) == c;
    }
}
