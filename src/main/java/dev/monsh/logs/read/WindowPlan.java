package dev.monsh.logs.read;

import dev.monsh.logs.Direction;
import dev.monsh.logs.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A range on its way from questions to lines, in the order in which it is read. What a request costs a Loki depends on
 * the range it is asked over, so each window is meant to hold about a page: its width follows from how dense the lines
 * beside it were. A window that holds more than a page is asked for again only from where the page ended, in windows
 * that fit the page's own lines; one that holds few is followed by a wider one.
 */
final class WindowPlan {

    /** A window that would hold this much of a page still leaves room for an uneven flow of lines. */
    private static final double PART_OF_A_PAGE = 0.85;

    private static final long SHORTEST_NANOS = 1_000_000;

    /** How much wider a window may be than one that held few lines; the first window is {@code 1/GROWTH} of a range. */
    static final int GROWTH = 8;

    private final List<Piece> pieces = new ArrayList<>();
    private final Direction direction;
    private final IntSupplier pageLimit;
    private long widthNanos;

    /**
     * Begins a plan with a range whose first window has been answered.
     *
     * @param pageLimit how many lines the server gives at once, as far as it is known by then
     */
    WindowPlan(TimeRange range, WindowAnswer first, Direction direction, IntSupplier pageLimit) {
        this.direction = direction;
        this.pageLimit = pageLimit;
        pieces.add(new Piece.Asked(range));
        answered(range, first);
    }

    /** Returns whether every window was asked for and taken. */
    boolean isDone() {
        return pieces.isEmpty();
    }

    /** Returns the width that fits what came last, in nanoseconds. */
    long widthNanos() {
        return widthNanos;
    }

    /**
     * Returns the window to ask for next.
     *
     * @param most how many windows may be ahead of it, asked for or waiting for their turn
     * @return null when nothing is to be asked for now
     */
    @Nullable
    TimeRange next(int most) {
        for (int i = 0; i < pieces.size() && i <= most; i++) {
            switch (pieces.get(i)) {
                case Piece.Open open -> {
                    if (i < most || i == 0) {
                        return ask(i, open);
                    }
                }
                case Piece.Answered answered
                when answered.answer().isFailed() -> {
                    return null;
                }
                case Piece.Asked asked -> {}
                case Piece.Answered answered -> {}
            }
        }
        return null;
    }

    private TimeRange ask(int index, Piece.Open open) {
        TimeRange window = open.range().first(open.widthNanos(), direction);
        TimeRange rest = open.range().after(window, direction);
        pieces.set(index, new Piece.Asked(window));
        if (!rest.isEmpty()) {
            pieces.add(index + 1, new Piece.Open(rest, open.widthNanos()));
        }
        return window;
    }

    /** Takes in the answer to a window; what is asked for behind it follows how dense its lines were. */
    void answered(TimeRange window, WindowAnswer answer) {
        int index = pieces.indexOf(new Piece.Asked(window));
        pieces.set(index, new Piece.Answered(answer));
        if (answer.isFailed()) {
            return;
        }
        widthNanos = widthAfter(answer);
        int behind = index + 1;
        if (!answer.left().isEmpty()) {
            pieces.add(behind, new Piece.Open(answer.left(), widthNanos));
            join(behind);
            behind++;
        }
        while (behind < pieces.size() && pieces.get(behind) instanceof Piece.Asked) {
            behind++;
        }
        if (behind < pieces.size() && pieces.get(behind) instanceof Piece.Open open) {
            pieces.set(behind, new Piece.Open(open.range(), widthNanos));
        }
    }

    /** Makes one of two open pieces side by side, so that a window can reach from one into the other. */
    private void join(int index) {
        if (index + 1 < pieces.size()
                && pieces.get(index) instanceof Piece.Open first
                && pieces.get(index + 1) instanceof Piece.Open second) {
            boolean forward = direction == Direction.FORWARD;
            long start = (forward ? first : second).range().startNanos();
            long end = (forward ? second : first).range().endNanos();
            pieces.set(index, new Piece.Open(new TimeRange(start, end), first.widthNanos()));
            pieces.remove(index + 1);
        }
    }

    /** Returns the answer whose turn it is, and lets go of it; null while there is none. */
    @Nullable
    WindowAnswer poll() {
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Answered answered) {
            pieces.removeFirst();
            return answered.answer();
        }
        return null;
    }

    private long widthAfter(WindowAnswer answer) {
        double most = (double) answer.nanos() * GROWTH;
        double fitting = answer.lines() == 0
                ? most
                : (double) answer.nanos() * pageLimit.getAsInt() * PART_OF_A_PAGE / answer.lines();
        return Math.max(SHORTEST_NANOS, (long) Math.min(fitting, most));
    }

    private sealed interface Piece {

        /** Nobody has asked for it yet. */
        record Open(TimeRange range, long widthNanos) implements Piece {}

        /** A request for it is under way. */
        record Asked(TimeRange window) implements Piece {}

        /** Waits for its turn. */
        record Answered(WindowAnswer answer) implements Piece {}
    }
}
