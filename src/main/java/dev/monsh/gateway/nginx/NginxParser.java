package dev.monsh.gateway.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the tree of a file from its tokens. */
final class NginxParser {

    /** nginx's own contexts nest a handful deep; a file of braces alone must not end the program. */
    private static final int DEEPEST = 100;

    private final NginxSource source;
    private final List<Token> tokens;
    private int next;

    private NginxParser(NginxSource source) {
        this.source = source;
        this.tokens = NginxLexer.tokens(source).stream()
                .filter(token -> token.kind() != Token.Kind.SPACE)
                .toList();
    }

    static Block parse(NginxSource source) {
        NginxParser parser = new NginxParser(source);
        List<Item> items = parser.items(0);
        if (parser.next < parser.tokens.size()) {
            throw source.fault(parser.tokens.get(parser.next).start(), "unexpected '}' without a block to close");
        }
        return new Block(0, source.length(), items);
    }

    /** Reads up to a closing brace or the end. */
    private List<Item> items(int depth) {
        List<Item> items = new ArrayList<>();
        while (next < tokens.size() && tokens.get(next).kind() != Token.Kind.CLOSE) {
            Token token = tokens.get(next);
            if (token.kind() == Token.Kind.COMMENT) {
                next++;
                items.add(comment(token));
            } else {
                items.add(directive(depth));
            }
        }
        return List.copyOf(items);
    }

    private Directive directive(int depth) {
        List<Word> words = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        while (true) {
            Token token = tokens.get(next++);
            switch (token.kind()) {
                case WORD -> words.add(new Word(token.start(), token.end(), raw(token)));
                case COMMENT -> comments.add(comment(token));
                case OPEN -> {
                    return block(words, comments, token, depth + 1);
                }
                case SEMICOLON -> {
                    return new Directive(token.end(), List.copyOf(words), List.copyOf(comments), Optional.empty(), "");
                }
                case SPACE, CLOSE, LUA -> throw new IllegalStateException("the lexer let " + token + " pass");
            }
        }
    }

    private Directive block(List<Word> words, List<Comment> comments, Token open, int depth) {
        if (depth > DEEPEST) {
            throw source.fault(open.start(), "blocks are nested more than " + DEEPEST + " deep");
        }
        String lua = "";
        if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.LUA) {
            lua = raw(tokens.get(next++));
        }
        List<Item> items = items(depth);
        if (next == tokens.size()) {
            throw source.fault(open.start(), "this block is never closed: '}' is missing");
        }
        Token close = tokens.get(next++);
        Block block = new Block(open.end(), close.start(), items);
        return new Directive(close.end(), List.copyOf(words), List.copyOf(comments), Optional.of(block), lua);
    }

    private Comment comment(Token token) {
        return new Comment(token.start(), token.end(), raw(token));
    }

    private String raw(Token token) {
        return source.raw(token.start(), token.end());
    }
}
