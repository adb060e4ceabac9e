package dev.monsh.edit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A run of bytes that never changes, equal to another one with the same bytes. */
public final class Bytes {

    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes a copy of the array. */
    public static Bytes of(byte[] array) {
        return new Bytes(array.clone());
    }

    /** Returns the bytes of a text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a copy of the bytes. */
    public byte[] toArray() {
        return array.clone();
    }

    /** Returns the number of bytes. */
    public int size() {
        return array.length;
    }

    /** Returns the bytes as UTF-8, what is not UTF-8 as U+FFFD. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    /** Returns SHA-256 as 64 hexadecimal digits. */
    public String fingerprint() {
        return FileSnapshot.fingerprintOf(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
