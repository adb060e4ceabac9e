package dev.monsh.process.template.parse;

import dev.monsh.process.template.value.TemplateFault;
import java.util.List;

/** A place in the tokens of a template. */
final class TokenCursor {

    private final List<Token> tokens;
    private int at;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    Token peekPastSpace() {
        int index = at;
        while (tokens.get(index).kind() == Token.Kind.SPACE) {
            index++;
        }
        return tokens.get(index);
    }

    Token nextPastSpace() {
        skipSpace();
        return next();
    }

    void skipSpace() {
        while (peek().kind() == Token.Kind.SPACE) {
            at++;
        }
    }

    int mark() {
        return at;
    }

    void backTo(int mark) {
        at = mark;
    }

    Token expect(Token.Kind kind, String context) throws TemplateFault {
        Token token = nextPastSpace();
        if (token.kind() != kind) {
            throw unexpected(token, context);
        }
        return token;
    }

    static TemplateFault unexpected(Token token, String context) {
        return new TemplateFault(token.position(), "unexpected " + token.described() + " in " + context);
    }
}
