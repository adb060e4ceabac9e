package dev.monsh.dashboard.layout;

/** A rectangle of character cells; the first column and row are 0. */
public record Region(int x, int y, int width, int height) {

    public boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** Returns how many rows a pane has below its title line. */
    public int body() {
        return Math.max(0, height - 1);
    }
}
