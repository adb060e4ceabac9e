package dev.monsh.dashboard.layout;

/** Which rows of a long list a window shows. */
public final class Rows {

    private Rows() {}

    /** Returns the first row to show, so that the selected one is in sight: in the middle where both sides have more. */
    public static int first(int selected, int size, int rows) {
        return Math.clamp(selected - rows / 2L, 0, Math.max(0, size - rows));
    }
}
