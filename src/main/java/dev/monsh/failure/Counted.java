package dev.monsh.failure;

/** How many there are of something, in words. */
public final class Counted {

    private Counted() {}

    /** Returns {@code 1 line} or {@code 3 lines}, for a noun whose plural ends in s. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Returns {@code 1 box} or {@code 3 boxes}. */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
