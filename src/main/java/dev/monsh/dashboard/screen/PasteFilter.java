package dev.monsh.dashboard.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes what is pasted (xterm's bracketed paste, {@code ESC[200~} to {@code ESC[201~}) out of what a terminal sends. */
final class PasteFilter {

    private static final byte[] BEGIN = "\u001b[200~".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);

    /** A shorter start may be the Esc key and a letter, which must not wait. */
    private static final int LEAST_START = 3;

    private static final int CTRL_C = 3;

    /** More than any line is long, in bytes; the rest of a paste is dropped. */
    private static final int MOST = 64 * 1024;

    private final Target target;
    private final ByteArrayOutputStream pasted = new ByteArrayOutputStream();
    private byte[] held = new byte[0];
    private boolean inside;

    /** Where the parts go, in their order. */
    interface Target {
        void keys(byte[] bytes, int count);

        void paste(String text);
    }

    PasteFilter(Target target) {
        this.target = target;
    }

    /** Takes what has come; a mark may come in two parts. */
    void add(byte[] bytes, int count) {
        if (inside && count == 1 && bytes[0] == CTRL_C) {
            // a terminal that never ends its paste must not keep the keyboard
            inside = false;
            held = new byte[0];
        }
        byte[] all = Arrays.copyOf(held, held.length + count);
        System.arraycopy(bytes, 0, all, held.length, count);
        held = new byte[0];
        int from = 0;
        while (from < all.length) {
            byte[] mark = inside ? END : BEGIN;
            int at = find(all, from, mark);
            if (at < 0) {
                int start = startAtEnd(all, from, mark);
                hand(all, from, start);
                held = Arrays.copyOfRange(all, start, all.length);
                return;
            }
            hand(all, from, at);
            turn();
            from = at + mark.length;
        }
    }

    private void turn() {
        if (inside) {
            target.paste(pasted.toString(StandardCharsets.UTF_8));
        }
        pasted.reset();
        inside = !inside;
    }

    private void hand(byte[] all, int from, int to) {
        if (inside) {
            pasted.write(all, from, Math.min(to - from, MOST - pasted.size()));
        } else if (to > from) {
            target.keys(Arrays.copyOfRange(all, from, to), to - from);
        }
    }

    private static int find(byte[] all, int from, byte[] mark) {
        for (int at = from; at + mark.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns where the mark may begin whose rest has not come yet; the end where it does not. */
    private int startAtEnd(byte[] all, int from, byte[] mark) {
        int least = inside ? 1 : LEAST_START;
        for (int length = mark.length - 1; length >= least; length--) {
            int at = all.length - length;
            if (at >= from && Arrays.equals(all, at, all.length, mark, 0, length)) {
                return at;
            }
        }
        return all.length;
    }
}
