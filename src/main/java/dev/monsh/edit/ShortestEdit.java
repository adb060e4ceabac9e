package dev.monsh.edit;

import java.util.Arrays;

/**
 * Marks the lines that the shortest edit from one sequence to another removes and adds: E. W. Myers, "An O(ND)
 * Difference Algorithm and Its Variations" (1986), in the variant of section 4b that needs linear space. Lines that are
 * marked beforehand take no part.
 */
final class ShortestEdit {

    private final int[] a;
    private final int[] b;
    private final int[] indexA;
    private final int[] indexB;
    private final boolean[] removed;
    private final boolean[] added;

    /** How far each diagonal was walked, from the start and from the end; diagonal d stands at d + shift. */
    private final int[] forward;

    private final int[] backward;
    private final int shift;

    ShortestEdit(int[] a, int[] b, boolean[] removed, boolean[] added) {
        this.indexA = unmarked(removed);
        this.indexB = unmarked(added);
        this.a = picked(a, indexA);
        this.b = picked(b, indexB);
        this.removed = removed;
        this.added = added;
        this.shift = this.b.length + 1;
        this.forward = new int[this.a.length + this.b.length + 3];
        this.backward = new int[this.a.length + this.b.length + 3];
    }

    private static int[] unmarked(boolean[] marks) {
        int[] index = new int[marks.length];
        int count = 0;
        for (int i = 0; i < marks.length; i++) {
            if (!marks[i]) {
                index[count++] = i;
            }
        }
        return Arrays.copyOf(index, count);
    }

    private static int[] picked(int[] values, int[] index) {
        int[] picked = new int[index.length];
        for (int i = 0; i < index.length; i++) {
            picked[i] = values[index[i]];
        }
        return picked;
    }

    void mark() {
        compare(0, a.length, 0, b.length);
    }

    private void compare(int fromA, int toA, int fromB, int toB) {
        int x = fromA;
        int y = fromB;
        int endX = toA;
        int endY = toB;
        while (x < endX && y < endY && a[x] == b[y]) {
            x++;
            y++;
        }
        while (x < endX && y < endY && a[endX - 1] == b[endY - 1]) {
            endX--;
            endY--;
        }
        if (x == endX || y == endY) {
            for (int i = x; i < endX; i++) {
                removed[indexA[i]] = true;
            }
            for (int i = y; i < endY; i++) {
                added[indexB[i]] = true;
            }
            return;
        }
        Middle middle = middle(x, endX, y, endY);
        compare(x, middle.x(), y, middle.y());
        compare(middle.x(), endX, middle.y(), endY);
    }

    /** A point that a shortest edit goes through. */
    private record Middle(int x, int y) {}

    /** Walks from both ends, one difference more each round, until the two walks meet. */
    private Middle middle(int x, int endX, int y, int endY) {
        Walk down = new Walk(forward, x - y, x - endY, endX - y);
        Walk up = new Walk(backward, endX - endY, x - endY, endX - y);
        boolean meetsGoingDown = ((down.origin - up.origin) & 1) != 0;
        forward[down.origin + shift] = x;
        backward[up.origin + shift] = endX;
        while (true) {
            down.widen(-1);
            for (int d = down.highest; d >= down.lowest; d -= 2) {
                int reached = stepDown(d, endX, endY);
                if (meetsGoingDown && up.covers(d) && backward[d + shift] <= reached) {
                    return new Middle(reached, reached - d);
                }
            }
            up.widen(Integer.MAX_VALUE);
            for (int d = up.highest; d >= up.lowest; d -= 2) {
                int reached = stepUp(d, x, y);
                if (!meetsGoingDown && down.covers(d) && reached <= forward[d + shift]) {
                    return new Middle(reached, reached - d);
                }
            }
        }
    }

    private int stepDown(int d, int endX, int endY) {
        int left = forward[d - 1 + shift];
        int above = forward[d + 1 + shift];
        int x = left < above ? above : left + 1;
        while (x < endX && x - d < endY && a[x] == b[x - d]) {
            x++;
        }
        forward[d + shift] = x;
        return x;
    }

    private int stepUp(int d, int startX, int startY) {
        int below = backward[d - 1 + shift];
        int right = backward[d + 1 + shift];
        int x = below < right ? below : right - 1;
        while (x > startX && x - d > startY && a[x - 1] == b[x - d - 1]) {
            x--;
        }
        backward[d + shift] = x;
        return x;
    }

    /** The diagonals that a walk has reached, kept inside of the rectangle that is searched. */
    private final class Walk {

        private final int[] reached;
        private final int origin;
        private final int least;
        private final int most;
        private int lowest;
        private int highest;

        Walk(int[] reached, int origin, int least, int most) {
            this.reached = reached;
            this.origin = origin;
            this.least = least;
            this.most = most;
            this.lowest = origin;
            this.highest = origin;
        }

        /** Takes in one diagonal more on either side; at the rectangle's edge, every second one drops out instead. */
        void widen(int unreached) {
            if (lowest > least) {
                lowest--;
                reached[lowest - 1 + shift] = unreached;
            } else {
                lowest++;
            }
            if (highest < most) {
                highest++;
                reached[highest + 1 + shift] = unreached;
            } else {
                highest--;
            }
        }

        boolean covers(int diagonal) {
            return lowest <= diagonal && diagonal <= highest;
        }
    }
}
