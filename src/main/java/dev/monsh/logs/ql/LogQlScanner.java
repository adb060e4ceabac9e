package dev.monsh.logs.ql;

import dev.monsh.failure.RejectedException;

/** Walks over the text of an expression; knows blanks, comments, names and strings. */
final class LogQlScanner {

    private final String text;
    private int position;

    LogQlScanner(String text) {
        this.text = text;
    }

    /** Passes blanks and comments and returns whether nothing follows. */
    boolean atEnd() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                position++;
            } else {
                return false;
            }
        }
        return true;
    }

    int position() {
        return position;
    }

    /** Passes the token when it stands here. */
    boolean take(String token) {
        if (atEnd() || !text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        return true;
    }

    /** Passes a name; empty when none stands here. */
    String name() {
        if (atEnd()) {
            return "";
        }
        int start = position;
        while (position < text.length() && isNamePart(text.charAt(position), position == start)) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Passes a string in double quotes or backticks and returns what it means. */
    String string(String after) {
        if (!atEnd() && text.charAt(position) == '`') {
            return raw();
        }
        if (atEnd() || text.charAt(position) != '"') {
            throw fault(position, "expected a string in quotes or backticks after " + after);
        }
        return GoString.read(this, text, position);
    }

    /** Goes on behind a string. */
    void moveTo(int next) {
        position = next;
    }

    /** Returns the failure for a fault at an offset. */
    RejectedException fault(int at, String message) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        return new RejectedException("LogQL:" + line + ":" + column, message);
    }

    private String raw() {
        int end = text.indexOf('`', position + 1);
        if (end < 0) {
            throw fault(position, "this backtick is not closed");
        }
        String value = text.substring(position + 1, end);
        position = end + 1;
        return value;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }
}
