package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. Every text can be cut; what belongs to no token is odd. */
final class Tokenizer {

    /** prometheus.io, "Time durations", and Loki's, which has ns and us as well. */
    private static final Pattern DURATION = Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?(?:ms|us|µs|ns|[smhdwy]))+");

    private static final Pattern NUMBER = Pattern.compile(
            "0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*\\.?[0-9_]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?:[KMGTPkmgtp]i?)?[Bb]?");

    private final String text;
    private final List<String> operators;
    private final boolean colonsInNames;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int openBrackets;

    /**
     * Prepares a text for cutting.
     *
     * @param operators the longer ones first
     * @param colonsInNames whether a colon is part of a name, outside square brackets
     */
    Tokenizer(String text, List<String> operators, boolean colonsInNames) {
        this.text = text;
        this.operators = operators;
        this.colonsInNames = colonsInNames;
    }

    /** Returns all tokens, comments among them, and one for the end. */
    List<Token> all() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else {
                next(c);
            }
        }
        add(Token.Kind.END, text.length());
        return tokens;
    }

    private void next(char c) {
        if (c == '#') {
            int end = text.indexOf('\n', position);
            add(Token.Kind.COMMENT, end < 0 ? text.length() : end);
        } else if (c == '"' || c == '\'' || c == '`') {
            string(c);
        } else if (isDigit(c) || (c == '.' && position + 1 < text.length() && isDigit(text.charAt(position + 1)))) {
            number();
        } else if (isNameStart(c)) {
            int end = position + 1;
            while (end < text.length() && isNamePart(end)) {
                end++;
            }
            add(Token.Kind.NAME, end);
        } else {
            sign(c);
        }
    }

    private void sign(char c) {
        for (String operator : operators) {
            if (text.startsWith(operator, position)) {
                add(Token.Kind.OPERATOR, position + operator.length());
                return;
            }
        }
        openBrackets += c == '[' ? 1 : c == ']' ? -1 : 0;
        add("(){}[],:".indexOf(c) >= 0 ? Token.Kind.PUNCTUATION : Token.Kind.ODD, position + 1);
    }

    private void string(char quote) {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
        }
        boolean closed = end < text.length();
        add(closed ? Token.Kind.STRING : Token.Kind.OPEN_STRING, closed ? end + 1 : text.length());
    }

    private void number() {
        int end = position;
        while (end < text.length() && isNumberPart(end)) {
            end++;
        }
        String word = text.substring(position, end);
        Token.Kind kind = DURATION.matcher(word).matches()
                ? Token.Kind.DURATION
                : NUMBER.matcher(word).matches() ? Token.Kind.NUMBER : Token.Kind.ODD;
        add(kind, end);
    }

    private boolean isNumberPart(int at) {
        char c = text.charAt(at);
        boolean sign = (c == '+' || c == '-')
                && at > position
                && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
                && !text.startsWith("0x", position);
        return sign || c == '.' || c == 'µ' || c == '_' || isDigit(c) || isLetter(c);
    }

    private boolean isNameStart(char c) {
        return c == '_' || isLetter(c) || (c == ':' && colonsInNames && openBrackets <= 0);
    }

    /** A dot belongs to no name, but who writes one inside a name means a name that has to be quoted. */
    private boolean isNamePart(int at) {
        char c = text.charAt(at);
        boolean dot = c == '.' && colonsInNames && at + 1 < text.length() && isLetter(text.charAt(at + 1));
        return dot || isNameStart(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, position, end, text.substring(position, end)));
        position = end;
    }
}
