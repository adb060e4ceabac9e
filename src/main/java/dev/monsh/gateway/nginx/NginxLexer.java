package dev.monsh.gateway.nginx;

import dev.monsh.failure.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a configuration file into tokens as {@code ngx_conf_read_token} does (nginx, src/core/ngx_conf_file.c), and refuses
 * what that refuses, each with its line and column.
 */
final class NginxLexer {

    /** NGX_CONF_BUFFER: nginx never sees more than this many bytes from the beginning of a word or comment. */
    private static final int BUFFER = 4096;

    private static final String LUA_BLOCK = "_by_lua_block";

    private final NginxSource source;
    private final List<Token> tokens = new ArrayList<>();
    private final int length;
    private int at;

    /** The words of the directive that is being read. */
    private int words;

    private int firstWord;
    private boolean lua;

    private NginxLexer(NginxSource source) {
        this.source = source;
        this.length = source.length();
    }

    /**
     * Returns the tokens.
     *
     * @throws ConfigurationException where nginx would not read the file
     */
    static List<Token> tokens(NginxSource source) {
        NginxLexer lexer = new NginxLexer(source);
        lexer.run();
        lexer.requireWhole();
        return List.copyOf(lexer.tokens);
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private void run() {
        if (length >= 3 && source.raw(0, 3).equals("\u00ef\u00bb\u00bf")) {
            throw source.fault(
                    0,
                    "the file starts with a byte order mark, which nginx reads as part of the first word: remove it");
        }
        while (at < length) {
            byte b = source.at(at);
            if (isSpace(b)) {
                space();
            } else {
                token(b);
            }
        }
        if (words > 0) {
            throw source.fault(firstWord, "the file ends within this directive: ';' or '{' is missing");
        }
    }

    private void token(byte b) {
        switch (b) {
            case '#' -> comment();
            case ';' -> endDirective(Token.Kind.SEMICOLON, ";");
            case '{' -> {
                endDirective(Token.Kind.OPEN, "{");
                if (lua) {
                    luaBlock();
                }
            }
            case '}' -> close();
            case '"', '\'' -> quoted(b);
            default -> word();
        }
    }

    private void space() {
        int start = at;
        while (at < length && isSpace(source.at(at))) {
            at++;
        }
        add(Token.Kind.SPACE, start);
    }

    private void comment() {
        int start = at;
        while (at < length && source.at(at) != '\n') {
            at++;
        }
        requireShort(start, at, "comment");
        if (source.at(at - 1) == '\r') {
            // the carriage return of a line end is white space
            at--;
        }
        add(Token.Kind.COMMENT, start);
    }

    private void endDirective(Token.Kind kind, String text) {
        if (words == 0) {
            throw source.fault(at, "unexpected '" + text + "' without a directive before it");
        }
        words = 0;
        at++;
        add(kind, at - 1);
    }

    private void close() {
        if (words > 0) {
            throw source.fault(at, "unexpected '}': the directive before it does not end with ';'");
        }
        at++;
        add(Token.Kind.CLOSE, at - 1);
    }

    private void quoted(byte quote) {
        int start = at++;
        while (at < length && source.at(at) != quote) {
            at += source.at(at) == '\\' ? 2 : 1;
        }
        if (at >= length || at - start > BUFFER) {
            String why = at >= length ? "this quote is never closed" : "this text is longer than nginx can read";
            throw source.fault(start, why);
        }
        at++;
        requireFollower(start + 1);
        addWord(start);
    }

    /** After a closing quote only white space, an end of the directive, or a parenthesis may stand. */
    private void requireFollower(int start) {
        requireShort(start, afterSpace(), "word");
        if (at < length && !isSpace(source.at(at)) && ";{)".indexOf(source.at(at)) < 0) {
            throw source.fault(at, "the closing quote must be followed by a space, ';' or '{'");
        }
    }

    private void word() {
        int start = at;
        boolean variable = false;
        while (at < length) {
            byte b = source.at(at);
            if (b == '{' && variable) {
                at++;
                continue;
            }
            if (isSpace(b) || b == ';' || b == '{') {
                break;
            }
            variable = b == '$';
            at += b == '\\' ? 2 : 1;
        }
        at = Math.min(at, length);
        requireShort(start, afterSpace(), "word");
        addWord(start);
    }

    /** nginx forgets where a word began one byte after the blank behind it. */
    private int afterSpace() {
        return at < length && isSpace(source.at(at)) ? at + 1 : at;
    }

    private void requireShort(int start, int last, String what) {
        if ((last < length && last - start >= BUFFER) || last - start > BUFFER) {
            throw source.fault(start, "this " + what + " is longer than the " + BUFFER + " bytes that nginx can read");
        }
    }

    private void addWord(int start) {
        if (words == 0) {
            firstWord = start;
            lua = source.raw(start, at).endsWith(LUA_BLOCK);
        }
        words++;
        add(Token.Kind.WORD, start);
    }

    private void luaBlock() {
        int start = at;
        at = new LuaScanner(source, start).end();
        add(Token.Kind.LUA, start);
    }

    private void add(Token.Kind kind, int start) {
        if (at > start) {
            tokens.add(new Token(kind, start, at));
        }
    }

    /** The tokens put together are the file; what else they were would be lost by an edit. */
    private void requireWhole() {
        int end = 0;
        for (Token token : tokens) {
            if (token.start() != end) {
                throw new IllegalStateException(
                        source.name() + ": bytes " + end + " to " + token.start() + " are lost");
            }
            end = token.end();
        }
        if (end != length) {
            throw new IllegalStateException(source.name() + ": bytes from " + end + " on are lost");
        }
    }
}
