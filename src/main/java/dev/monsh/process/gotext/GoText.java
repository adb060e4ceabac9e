package dev.monsh.process.gotext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as a Go program sees it: bytes that are usually, but not always, UTF-8.
 *
 * <p>A byte that is not part of valid UTF-8 becomes the unpaired surrogate {@code U+DC80 + (byte - 0x80)}, one
 * {@code char} each, so nothing is lost and {@link #encode} gives the same bytes back. What counts as invalid, and that
 * each such byte stands for itself alone, are the rules of Go's {@code utf8.DecodeRune}. Go's regexes see U+FFFD in such
 * a place: {@link #forRegex} makes that text, with every index unchanged.
 */
public final class GoText {

    private static final char FIRST = '\uDC80';
    private static final char LAST = '\uDCFF';
    private static final char REPLACEMENT = '\uFFFD';

    private GoText() {}

    /** Decodes the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeSlowly(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Decodes all the bytes. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    private static String decodeSlowly(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int length = runeLength(bytes, at, to);
            if (length == 0) {
                text.append((char) (FIRST + (bytes[at] & 0x7f)));
                at++;
            } else {
                text.appendCodePoint(rune(bytes, at, length));
                at += length;
            }
        }
        return text.toString();
    }

    /** Returns how many bytes the valid rune at {@code at} has, or 0 where the byte is not part of one. */
    private static int runeLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int rune(byte[] bytes, int at, int length) {
        int value = length == 1 ? bytes[at] : bytes[at] & (0xff >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            value = (value << 6) | (bytes[i] & 0x3f);
        }
        return value;
    }

    /** Returns the bytes that {@link #decode} took. */
    public static byte[] encode(String text) {
        if (!hasRawBytes(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            if (isRawByte(text, at)) {
                bytes[size++] = (byte) (text.charAt(at) - FIRST + 0x80);
                at++;
            } else {
                int end = text.offsetByCodePoints(at, 1);
                byte[] rune = text.substring(at, end).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(rune, 0, bytes, size, rune.length);
                size += rune.length;
                at = end;
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Returns the text with bytes that have come to form valid UTF-8 together read as such. */
    public static String normalize(String text) {
        return hasRawBytes(text) ? decode(encode(text)) : text;
    }

    /** Returns the text as Go's regexes see it: U+FFFD for each byte that is not UTF-8, at the same index. */
    public static String forRegex(String text) {
        if (!hasRawBytes(text)) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (isRawByte(text, i)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    /** Whether the text holds a byte that is not UTF-8. */
    public static boolean hasRawBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRawByte(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the {@code char} at {@code index} stands for one byte that is not UTF-8. */
    public static boolean isRawByte(String text, int index) {
        char c = text.charAt(index);
        return c >= FIRST && c <= LAST && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** Returns the byte, 0x80 to 0xff, that a {@code char} of {@link #isRawByte} stands for. */
    public static int rawByte(char c) {
        return c - FIRST + 0x80;
    }

    /** Returns the text for one byte of a Go string, valid UTF-8 by itself or not. */
    public static char ofByte(int value) {
        return (char) (value < 0x80 ? value : FIRST + (value & 0x7f));
    }
}
