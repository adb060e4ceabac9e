package dev.monsh.edit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies splices. It works on bytes, so what is not text, or not UTF-8, comes through as it is. */
public final class Splices {

    private Splices() {}

    /**
     * Returns the original with all splices made. Their offsets are those of the original; insertions at one offset come
     * out in the order of the list.
     *
     * @throws IllegalArgumentException where two overlap or one lies outside, which is a fault of the caller
     */
    public static byte[] apply(byte[] original, List<Splice> splices) {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
        ByteArrayOutputStream result = new ByteArrayOutputStream(original.length + 256);
        int at = 0;
        for (Splice splice : sorted) {
            if (splice.start() < at || splice.end() > original.length) {
                throw new IllegalArgumentException("a splice from " + splice.start() + " to " + splice.end()
                        + " after one that ends at " + at + ", in " + original.length + " bytes");
            }
            result.write(original, at, splice.start() - at);
            result.writeBytes(splice.replacement());
            at = splice.end();
        }
        result.write(original, at, original.length - at);
        return result.toByteArray();
    }
}
