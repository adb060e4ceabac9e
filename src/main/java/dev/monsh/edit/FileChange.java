package dev.monsh.edit;

import java.nio.file.Path;
import java.util.Arrays;

/** A file as it was read, and as it is to become. */
public final class FileChange {

    private final FileSnapshot before;
    private final byte[] after;

    public FileChange(FileSnapshot before, byte[] after) {
        this.before = before;
        this.after = after.clone();
    }

    /** Returns the file as it was asked for. */
    public Path path() {
        return before.path();
    }

    /** Returns the file as it was read. */
    public FileSnapshot before() {
        return before;
    }

    /** Returns a copy of the bytes that it is to hold. */
    public byte[] after() {
        return after.clone();
    }

    /** Returns whether it is to stay as it is. */
    public boolean isEmpty() {
        return Arrays.equals(before.bytes(), after);
    }

    /** Returns what {@code diff -u} prints of it; empty where it is to stay as it is. */
    public byte[] diff() {
        String name = path().toString();
        return UnifiedDiff.between(before.bytes(), after).bytes(name, name);
    }
}
