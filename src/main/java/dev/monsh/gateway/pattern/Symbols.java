package dev.monsh.gateway.pattern;

import java.util.BitSet;

/** A set of symbols: the 256 bytes, and marks for where a text begins and ends. */
record Symbols(BitSet bits) {

    static final int BYTES = 256;
    static final int END = 256;
    static final int START = 257;
    static final int COUNT = 258;

    /** What a person reads most easily in an example. */
    private static final String LIKED = "abcdefghijklmnopqrstuvwxyz0123456789/-_.ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static final Symbols ALL_BYTES = range(0, BYTES - 1);

    static Symbols one(int symbol) {
        return range(symbol, symbol);
    }

    static Symbols range(int first, int last) {
        BitSet bits = new BitSet(COUNT);
        bits.set(first, last + 1);
        return new Symbols(bits);
    }

    static Symbols none() {
        return new Symbols(new BitSet(COUNT));
    }

    static Symbols of(String characters) {
        BitSet bits = new BitSet(COUNT);
        characters.chars().forEach(bits::set);
        return new Symbols(bits);
    }

    Symbols or(Symbols other) {
        BitSet both = (BitSet) bits.clone();
        both.or(other.bits);
        return new Symbols(both);
    }

    Symbols and(Symbols other) {
        BitSet both = (BitSet) bits.clone();
        both.and(other.bits);
        return new Symbols(both);
    }

    Symbols minus(Symbols other) {
        BitSet left = (BitSet) bits.clone();
        left.andNot(other.bits);
        return new Symbols(left);
    }

    /** Returns every other symbol, the marks included. */
    Symbols others() {
        BitSet others = (BitSet) bits.clone();
        others.flip(0, COUNT);
        return new Symbols(others);
    }

    /** Returns the same with the other case of its letters. */
    Symbols anyCase() {
        BitSet more = (BitSet) bits.clone();
        for (int lower = 'a'; lower <= 'z'; lower++) {
            int upper = lower - 'a' + 'A';
            if (bits.get(lower) || bits.get(upper)) {
                more.set(lower);
                more.set(upper);
            }
        }
        return new Symbols(more);
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }

    boolean contains(int symbol) {
        return bits.get(symbol);
    }

    /** Returns one of them, one that is easy to read where there is such. */
    int example() {
        return LIKED.chars().filter(bits::get).findFirst().orElseGet(() -> bits.nextSetBit(0));
    }
}
