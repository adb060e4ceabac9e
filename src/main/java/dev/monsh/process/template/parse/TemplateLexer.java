package dev.monsh.process.template.parse;

import dev.monsh.process.template.value.TemplateFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a template into text and the tokens of its actions, trim markers and comments applied. */
final class TemplateLexer {

    private static final String SPACES = " \t\r\n";
    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

    private final String input;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private TemplateLexer(String input) {
        this.input = input;
    }

    static List<Token> tokens(String template) throws TemplateFault {
        return new TemplateLexer(template).run();
    }

    private List<Token> run() throws TemplateFault {
        while (true) {
            int open = input.indexOf("{{", at);
            if (open < 0) {
                addText(at, input.length());
                tokens.add(new Token(Token.Kind.END, input.length(), ""));
                return tokens;
            }
            boolean trim = isLeftMarker(open + 2);
            addText(at, trim ? trimmedEnd(at, open) : open);
            int inside = open + (trim ? 4 : 2);
            if (input.startsWith("/*", inside)) {
                comment(inside);
            } else {
                tokens.add(new Token(Token.Kind.LEFT_DELIMITER, open, "{{"));
                at = inside;
                action(open);
            }
        }
    }

    private void addText(int from, int to) {
        if (to > from) {
            tokens.add(new Token(Token.Kind.TEXT, from, input.substring(from, to)));
        }
    }

    private boolean isLeftMarker(int index) {
        return index + 1 < input.length() && input.charAt(index) == '-' && isSpace(input.charAt(index + 1));
    }

    /** Whether {@code " -}}"} stands at the index: a trim marker needs its blank. */
    private boolean isRightMarker(int index) {
        return index < input.length() && isSpace(input.charAt(index)) && input.startsWith("-}}", index + 1);
    }

    private int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from && isSpace(input.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private void comment(int start) throws TemplateFault {
        int end = input.indexOf("*/", start + 2);
        if (end < 0) {
            throw new TemplateFault(start, "the comment is not closed");
        }
        at = end + 2;
        if (!isRightMarker(at) && !input.startsWith("}}", at)) {
            throw new TemplateFault(at, "the comment ends before the closing }}");
        }
        closeAction();
    }

    /** Passes {@code }}} or {@code " -}}"}, and after the latter the blanks of the text that follows. */
    private void closeAction() {
        if (!isRightMarker(at)) {
            at += 2;
            return;
        }
        at += 4;
        while (at < input.length() && isSpace(input.charAt(at))) {
            at++;
        }
    }

    private void action(int open) throws TemplateFault {
        int depth = 0;
        while (!isRightMarker(at) && !input.startsWith("}}", at)) {
            if (at >= input.length()) {
                throw new TemplateFault(open, "the action is not closed: }} is missing");
            }
            depth += token();
            if (depth < 0) {
                throw new TemplateFault(at - 1, "unexpected )");
            }
        }
        if (depth > 0) {
            throw new TemplateFault(at, "a ( is not closed");
        }
        tokens.add(new Token(Token.Kind.RIGHT_DELIMITER, at, "}}"));
        closeAction();
    }

    /** Reads one token; returns by how much it changes the depth of parentheses. */
    private int token() throws TemplateFault {
        char c = input.charAt(at);
        switch (c) {
            case '(' -> {
                add(Token.Kind.LEFT_PARENTHESIS, at + 1);
                return 1;
            }
            case ')' -> {
                add(Token.Kind.RIGHT_PARENTHESIS, at + 1);
                return -1;
            }
            case '|' -> add(Token.Kind.PIPE, at + 1);
            case ',' -> add(Token.Kind.COMMA, at + 1);
            case '=' -> add(Token.Kind.ASSIGN, at + 1);
            case ':' -> declare();
            case '"' -> add(Token.Kind.STRING, quotedEnd('"'));
            case '\'' -> add(Token.Kind.CHARACTER, quotedEnd('\''));
            case '`' -> rawString();
            case '$' -> word(Token.Kind.VARIABLE, wordEnd(at + 1));
            default -> longToken(c);
        }
        return 0;
    }

    private void longToken(char c) throws TemplateFault {
        if (isSpace(c)) {
            int end = at;
            while (end < input.length() && isSpace(input.charAt(end)) && !isRightMarker(end)) {
                end++;
            }
            add(Token.Kind.SPACE, end);
        } else if (c == '.' && !isDigitAt(at + 1)) {
            int end = wordEnd(at + 1);
            word(end == at + 1 ? Token.Kind.DOT : Token.Kind.FIELD, end);
        } else if (c == '.' || c == '+' || c == '-' || isDigitAt(at)) {
            number();
        } else if (isWordAt(at)) {
            identifier();
        } else {
            throw new TemplateFault(at, "unexpected character " + Character.getName(input.codePointAt(at)));
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, at, input.substring(at, end)));
        at = end;
    }

    private void declare() throws TemplateFault {
        if (!input.startsWith(":=", at)) {
            throw new TemplateFault(at, "expected :=");
        }
        add(Token.Kind.DECLARE, at + 2);
    }

    private void identifier() throws TemplateFault {
        int end = wordEnd(at);
        String word = input.substring(at, end);
        Token.Kind kind = word.equals("true") || word.equals("false")
                ? Token.Kind.BOOL
                : word.equals("nil")
                        ? Token.Kind.NIL
                        : KEYWORDS.contains(word) ? Token.Kind.KEYWORD : Token.Kind.IDENTIFIER;
        word(kind, end);
    }

    /** Adds a word that must be followed by something that may follow a word. */
    private void word(Token.Kind kind, int end) throws TemplateFault {
        if (end < input.length() && " \t\r\n.,|:)(}".indexOf(input.charAt(end)) < 0) {
            throw new TemplateFault(end, "unexpected character " + Character.getName(input.codePointAt(end)));
        }
        add(kind, end);
    }

    private int wordEnd(int from) {
        int end = from;
        while (isWordAt(end)) {
            end += Character.charCount(input.codePointAt(end));
        }
        return end;
    }

    private boolean isWordAt(int index) {
        if (index >= input.length()) {
            return false;
        }
        int c = input.codePointAt(index);
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }

    private boolean isDigitAt(int index) {
        return index < input.length() && input.charAt(index) >= '0' && input.charAt(index) <= '9';
    }

    private int quotedEnd(char quote) throws TemplateFault {
        for (int i = at + 1; i < input.length() && input.charAt(i) != '\n'; i++) {
            if (input.charAt(i) == '\\') {
                i++;
                if (i < input.length() && input.charAt(i) == '\n') {
                    break;
                }
            } else if (input.charAt(i) == quote) {
                return i + 1;
            }
        }
        throw new TemplateFault(at, "the quote " + quote + " is not closed");
    }

    private void rawString() throws TemplateFault {
        int end = input.indexOf('`', at + 1);
        if (end < 0) {
            throw new TemplateFault(at, "the quote ` is not closed");
        }
        add(Token.Kind.RAW_STRING, end + 1);
    }

    private void number() throws TemplateFault {
        int end = GoLiteral.numberEnd(input, at);
        if (isWordAt(end)) {
            throw new TemplateFault(at, "bad number " + input.substring(at, end + 1));
        }
        add(Token.Kind.NUMBER, end);
    }

    private static boolean isSpace(char c) {
        return SPACES.indexOf(c) >= 0;
    }
}
