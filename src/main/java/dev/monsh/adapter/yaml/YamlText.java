package dev.monsh.adapter.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as characters, with the way back: SnakeYAML counts in code points, edits are made in bytes. A byte
 * that is not UTF-8 becomes U+FFFD, so that a comment in another encoding does not keep a file from being read.
 */
final class YamlText {

    private static final int REPLACEMENT = 0xFFFD;

    private final byte[] bytes;
    private final String text;
    private final int @Nullable [] offsets;
    private final List<Integer> undecodable;

    private YamlText(byte[] bytes, String text, int @Nullable [] offsets, List<Integer> undecodable) {
        this.bytes = bytes;
        this.text = text;
        this.offsets = offsets;
        this.undecodable = undecodable;
    }

    static YamlText of(byte[] bytes) {
        return isAscii(bytes)
                ? new YamlText(bytes, new String(bytes, StandardCharsets.US_ASCII), null, List.of())
                : decode(bytes);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static YamlText decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int[] offsets = new int[bytes.length + 1];
        List<Integer> undecodable = new ArrayList<>();
        int count = 0;
        int at = 0;
        while (at < bytes.length) {
            offsets[count++] = at;
            int length = sequenceLength(bytes, at);
            if (length == 0) {
                undecodable.add(at++);
                text.appendCodePoint(REPLACEMENT);
            } else {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        offsets[count] = bytes.length;
        return new YamlText(bytes, text.toString(), Arrays.copyOf(offsets, count + 1), undecodable);
    }

    /** Returns how many bytes the character has, or 0 where the bytes are not UTF-8 (RFC 3629, section 4). */
    private static int sequenceLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return overlong || outside ? 0 : length;
    }

    String text() {
        return text;
    }

    /** Returns the offsets of the bytes that are not UTF-8, in the order of the file. */
    List<Integer> undecodable() {
        return undecodable;
    }

    /** Returns the byte offset of the character with this index, counted in code points. */
    int offset(int index) {
        return offsets == null ? index : offsets[index];
    }

    /** Returns the line of a byte offset, counted from 1; CR, LF and CR LF each end a line. */
    int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.length || bytes[i + 1] != '\n'))) {
                line++;
            }
        }
        return line;
    }

    /** Returns the column of a byte offset, counted from 1 in characters; a byte order mark does not count. */
    int column(int offset) {
        int start = offset;
        while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
            start--;
        }
        int column = 1;
        int at = start == 0 && startsWithMark(bytes) && offset >= 3 ? 3 : start;
        while (at < offset) {
            at += Math.max(1, sequenceLength(bytes, at));
            column++;
        }
        return column;
    }

    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
