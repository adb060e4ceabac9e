package dev.monsh.ql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the tokens of an expression on behalf of a grammar, which says at each token what may stand there. What it
 * says of the token at the cursor is kept. What stands after the cursor may still matter to it, so it is asked at the end.
 */
public final class TokenWalk {

    private final String text;
    private final int cursor;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Supplier<Place>> places = new ArrayList<>();
    private final List<Supplier<Place>> lastPlaces = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private final int slot;
    private int next;
    private boolean missing;

    /**
     * Starts at the first token.
     *
     * @param all the tokens, with comments
     * @param growing whether an operator may be the beginning of a longer one, so that what may stand there replaces it
     */
    TokenWalk(String text, int cursor, List<Token> all, Predicate<Token> growing) {
        this.text = text;
        this.cursor = cursor;
        boolean comment = false;
        for (Token token : all) {
            if (token.kind() == Token.Kind.COMMENT) {
                pieces.add(new Piece(token.start(), token.end(), Piece.Role.COMMENT));
                boolean goesOn = cursor == token.end() && !text.startsWith("\n", token.end());
                comment |= token.start() < cursor && (cursor < token.end() || goesOn);
            } else {
                tokens.add(token);
            }
        }
        this.slot = comment ? -1 : slot(growing);
    }

    private int slot(Predicate<Token> growing) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (cursor <= token.start() || (cursor < token.end() && isTyped(token, growing))) {
                return i;
            }
            if (cursor == token.end() && token.kind() != Token.Kind.STRING && isTyped(token, growing)) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** Tells whether the token is a word that completion replaces, rather than a sign after which something begins. */
    private static boolean isTyped(Token token, Predicate<Token> growing) {
        return switch (token.kind()) {
            case NAME, NUMBER, DURATION, STRING, OPEN_STRING -> true;
            case OPERATOR, ODD -> growing.test(token);
            case PUNCTUATION, COMMENT, END -> false;
        };
    }

    /** Returns the next token. */
    public Token peek() {
        return peek(0);
    }

    /** Returns the token so many after the next. */
    public Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Tells whether the next token is this sign. */
    public boolean is(String sign) {
        return peek().is(sign);
    }

    /** Tells whether the next token is one of these signs or words; words in any case. */
    public boolean isAny(List<String> words) {
        Token token = peek();
        return !token.isString() && words.stream().anyMatch(word -> word.equalsIgnoreCase(token.text()));
    }

    /** Tells whether the next token is this word, in any case. */
    public boolean isWord(String word) {
        return isName() && peek().text().equalsIgnoreCase(word);
    }

    public boolean isName() {
        return peek().kind() == Token.Kind.NAME;
    }

    /** Tells whether the cursor is at the next token: that is the one being typed. */
    public boolean atCursor() {
        return next == slot;
    }

    /** Returns the quote in which the cursor stands; a blank when it stands in none. */
    public char quoteAtCursor() {
        Token token = tokens.get(Math.max(0, slot));
        return token.isString() && cursor > token.start() ? token.text().charAt(0) : ' ';
    }

    /** Passes the next token and says what it is. */
    public Token take(Piece.Role role) {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            pieces.add(new Piece(token.start(), token.end(), role));
            next++;
            brackets(token);
            if (token.kind() == Token.Kind.OPEN_STRING) {
                open.add(token);
            }
        }
        return token;
    }

    /** Passes the next token if it is this sign or word. */
    public boolean takeIf(String sign, Piece.Role role) {
        boolean there = is(sign) || (Character.isLetter(sign.charAt(0)) && isWord(sign));
        if (there) {
            take(role);
        }
        return there;
    }

    private void brackets(Token token) {
        if (token.kind() != Token.Kind.PUNCTUATION) {
            return;
        }
        if ("([{".contains(token.text())) {
            open.add(token);
        } else if (")]}".contains(token.text()) && !open.isEmpty()) {
            String opening = switch (token.text()) {
                case ")" -> "(";
                case "]" -> "[";
                default -> "{";
            };
            for (int i = open.size() - 1; i >= 0; i--) {
                if (open.get(i).is(opening)) {
                    open.subList(i, open.size()).clear();
                    return;
                }
            }
        }
    }

    /** Says what may stand where the next token is. */
    public void may(Supplier<Place> place) {
        if (next == slot && !missing) {
            places.add(place);
        }
    }

    /** Says what may stand where the next token is, after all that is likelier. */
    public void mayAlso(Supplier<Place> place) {
        if (next == slot && !missing) {
            lastPlaces.add(place);
        }
    }

    /** Says which words may stand where the next token is, after all that is likelier. */
    public void mayAlso(List<Word> words) {
        if (!words.isEmpty()) {
            mayAlso(() -> new Place.Words(words));
        }
    }

    /** Says which words may stand where the next token is. */
    public void may(List<Word> words) {
        if (!words.isEmpty()) {
            may(() -> new Place.Words(words));
        }
    }

    /** Says that something is missing before the next token, so that nothing else may stand there. */
    public void missing() {
        missing |= next == slot;
    }

    /**
     * Passes the next token as one that can't stand there. A word that is being typed may yet become another one, and at the
     * end more may be typed.
     */
    public void skip(String message) {
        Token token = peek();
        boolean growing = next == slot && cursor == token.end() && token.kind() != Token.Kind.PUNCTUATION;
        if (growing) {
            take(Piece.Role.PLAIN);
        } else if (token.kind() != Token.Kind.END) {
            faults.add(new Fault(token.start(), token.end(), message));
            take(Piece.Role.FAULT);
        }
    }

    /** Marks a token that was passed as one that can't stand there. */
    public void fault(Token token, String message) {
        faults.add(new Fault(token.start(), token.end(), message));
    }

    /** Notes a selector of the text. */
    public void found(Selector selector) {
        selectors.add(selector);
    }

    /** Returns a string's open quote or a word's beginning, and what may stand there. */
    Reading reading() {
        Set<Place> found = new LinkedHashSet<>();
        places.forEach(place -> found.add(place.get()));
        lastPlaces.forEach(place -> found.add(place.get()));
        int start = cursor;
        @Nullable Token token = slot < 0 ? null : tokens.get(slot);
        if (token != null && token.start() < cursor) {
            start = token.isString() ? token.start() + 1 : token.start();
        }
        pieces.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return new Reading(
                start,
                text.substring(start, cursor),
                List.copyOf(found),
                pieces,
                faults,
                open.stream().map(Token::start).toList(),
                selectors);
    }
}
