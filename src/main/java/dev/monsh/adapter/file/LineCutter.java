package dev.monsh.adapter.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines. A byte that is not UTF-8 becomes U+FFFD, as it does on its way through Loki. */
final class LineCutter {

    /** A line longer than this comes in pieces, so that a file without line breaks does not fill the memory. */
    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Takes bytes and hands every line on that ends in them. */
    void take(ByteBuffer bytes, Consumer<String> lines) {
        while (bytes.hasRemaining()) {
            byte one = bytes.get();
            if (one == '\n' || line.size() == LONGEST) {
                lines.accept(cut());
            }
            if (one != '\n') {
                line.write(one);
            }
        }
    }

    /** Hands the beginning of a line on that has no end. */
    void finish(Consumer<String> lines) {
        if (line.size() > 0) {
            lines.accept(cut());
        }
    }

    /** Forgets the beginning of a line. */
    void reset() {
        line.reset();
    }

    private String cut() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text;
    }
}
