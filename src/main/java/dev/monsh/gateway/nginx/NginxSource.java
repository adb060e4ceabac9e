package dev.monsh.gateway.nginx;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes of a configuration file and where each stands. */
final class NginxSource {

    private final String name;
    private final byte[] bytes;
    /** The offset of the first byte of every line. */
    private final int[] lines;

    NginxSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
        this.lines = IntStream.rangeClosed(0, bytes.length)
                .filter(offset -> offset == 0 || this.bytes[offset - 1] == '\n')
                .toArray();
    }

    String name() {
        return name;
    }

    int length() {
        return bytes.length;
    }

    byte at(int offset) {
        return bytes[offset];
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns bytes as a string of which every character is one byte. */
    String raw(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Returns the line of an offset, counted from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the offset of the first byte of the line that an offset stands in. */
    int lineStart(int offset) {
        int start = offset;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** Returns the offset after the line end that follows, or the file's end. */
    int lineEnd(int offset) {
        int end = offset;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    /** Returns whether there is nothing but blanks, tabs and line ends. */
    boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!NginxLexer.isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    Problem problem(int offset, String message) {
        int column = 1;
        for (int i = lineStart(offset); i < offset; i++) {
            // a column counts characters: the bytes that continue one in UTF-8 are left out
            column += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return new Problem(name, line(offset), column, message);
    }

    ConfigurationException fault(int offset, String message) {
        return new ConfigurationException(List.of(problem(offset, message)));
    }
}
