package dev.monsh.os;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a stream to its end in a thread of its own, keeps the first bytes, and hands over lines as they come. */
final class StreamDrain {

    /** A longer line is handed over in pieces of this many bytes. */
    private static final int LONGEST_LINE = 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final int limit;
    private final Consumer<String> lines;
    private final Thread reader;

    StreamDrain(InputStream in, int limit, Consumer<String> lines) {
        this.limit = limit;
        this.lines = lines;
        this.reader = Thread.ofPlatform().daemon().name("program output").start(() -> read(in));
    }

    private void read(InputStream in) {
        byte[] chunk = new byte[8192];
        try (in) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                keep(chunk, count);
                split(chunk, count);
            }
        } catch (IOException e) {
            // the program was killed while it wrote: what it said until then is all there is
        }
        if (line.size() > 0) {
            handOver();
        }
    }

    private void keep(byte[] chunk, int count) {
        synchronized (kept) {
            kept.write(chunk, 0, Math.min(count, limit - kept.size()));
        }
    }

    private void split(byte[] chunk, int count) {
        for (int at = 0; at < count; at++) {
            if (chunk[at] == '\n') {
                handOver();
            } else {
                line.write(chunk[at]);
                if (line.size() == LONGEST_LINE) {
                    handOver();
                }
            }
        }
    }

    private void handOver() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** Returns what was kept once the stream has ended, or what there is at the deadline of {@link System#nanoTime}. */
    byte[] bytesBefore(long deadline) throws InterruptedException {
        long rest = deadline - System.nanoTime();
        if (rest > 0) {
            TimeUnit.NANOSECONDS.timedJoin(reader, rest);
        } else {
            reader.join(1);
        }
        synchronized (kept) {
            return kept.toByteArray();
        }
    }
}
