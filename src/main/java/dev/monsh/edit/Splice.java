package dev.monsh.edit;

import java.nio.charset.StandardCharsets;

/** One change of a file: the bytes from one offset up to another give way to others. */
public final class Splice {

    private final int start;
    private final int end;
    private final byte[] replacement;

    /** Takes offsets into the original; an insertion has {@code start == end}. */
    public Splice(int start, int end, byte[] replacement) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a splice from " + start + " to " + end);
        }
        this.start = start;
        this.end = end;
        this.replacement = replacement.clone();
    }

    /** Makes a splice whose replacement is UTF-8. */
    public static Splice of(int start, int end, String replacement) {
        return new Splice(start, end, replacement.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes an insertion in UTF-8. */
    public static Splice insertion(int at, String text) {
        return of(at, at, text);
    }

    /** Makes a deletion. */
    public static Splice deletion(int start, int end) {
        return new Splice(start, end, new byte[0]);
    }

    /** Returns the offset of the first byte that goes. */
    public int start() {
        return start;
    }

    /** Returns the offset after the last byte that goes. */
    public int end() {
        return end;
    }

    /** Returns a copy of the bytes that come. */
    public byte[] replacement() {
        return replacement.clone();
    }

    @Override
    public String toString() {
        return start + ".." + end + " -> '" + new String(replacement, StandardCharsets.UTF_8) + "'";
    }
}
