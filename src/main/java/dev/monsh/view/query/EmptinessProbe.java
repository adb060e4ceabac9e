package dev.monsh.view.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hands bytes on and remembers the first few, enough to see whether the {@code data} of an answer has an empty result. */
final class EmptinessProbe extends FilterOutputStream {

    private static final int ENOUGH = 64;

    private final byte[] head = new byte[ENOUGH];
    private int used;

    EmptinessProbe(OutputStream next) {
        super(next);
    }

    @Override
    public void write(int b) throws IOException {
        if (used < ENOUGH) {
            head[used++] = (byte) b;
        }
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int taken = Math.min(ENOUGH - used, length);
        System.arraycopy(bytes, from, head, used, taken);
        used += taken;
        out.write(bytes, from, length);
    }

    boolean sawEmptyResult() {
        return new String(Arrays.copyOf(head, used), StandardCharsets.UTF_8).contains("\"result\":[]");
    }
}
