package dev.monsh.adapter.nativeengine.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a file that a service prints to. */
public final class OutputTail {

    /** Read at most, from the end: the last lines of interest are within. */
    private static final int BYTES = 256 * 1024;

    private OutputTail() {}

    /**
     * The end of a file.
     *
     * @param lines without their ends
     * @param position where in the file reading stopped, in bytes
     */
    public record Tail(List<String> lines, long position) {}

    /**
     * Returns the last lines, fewer where the file has fewer, none where it can't be read.
     *
     * @param finished whether to leave out a last line that has no end yet
     */
    public static Tail read(Path file, int count, boolean finished) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            long begin = Math.max(0, length - BYTES);
            byte[] bytes = new byte[Math.toIntExact(length - begin)];
            in.seek(begin);
            in.readFully(bytes);
            int end = finished ? afterLastLine(bytes) : bytes.length;
            List<String> lines =
                    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
            return new Tail(lines.subList(Math.max(0, lines.size() - count), lines.size()), begin + end);
        } catch (IOException e) {
            return new Tail(List.of(), 0);
        }
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
