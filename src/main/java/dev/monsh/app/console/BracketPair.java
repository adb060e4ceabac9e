package dev.monsh.app.console;

import dev.monsh.ql.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The bracket beside the cursor and the one that it belongs to.
 *
 * @param open offset of the opening one; -1 where no pair is at the cursor
 * @param close offset of the closing one; -1 likewise
 */
record BracketPair(int open, int close) {

    private static final BracketPair NONE = new BracketPair(-1, -1);
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** Finds the pair with a bracket at the cursor or right before it. Brackets in strings are none. */
    static BracketPair at(String text, List<Piece> pieces, int cursor) {
        Deque<Integer> open = new ArrayDeque<>();
        for (Piece piece : pieces) {
            if (piece.role() != Piece.Role.BRACKET) {
                continue;
            }
            char bracket = text.charAt(piece.start());
            if (OPENING.indexOf(bracket) >= 0) {
                open.push(piece.start());
            } else if (!open.isEmpty() && OPENING.indexOf(text.charAt(open.peek())) == CLOSING.indexOf(bracket)) {
                BracketPair pair = new BracketPair(open.pop(), piece.start());
                if (pair.isAt(cursor) || pair.isAt(cursor - 1)) {
                    return pair;
                }
            }
        }
        return NONE;
    }

    private boolean isAt(int offset) {
        return offset >= 0 && (open == offset || close == offset);
    }

    boolean has(Piece piece) {
        return piece.role() == Piece.Role.BRACKET && isAt(piece.start());
    }
}
