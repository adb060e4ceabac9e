package dev.monsh.mount;

/**
 * A file or folder of this machine, or a named volume, as a container sees it.
 *
 * @param bind whether it is a file or folder of this machine
 * @param source the path on this machine, absolute, where {@code bind} is set, and empty where a variable decides it; else
 *     the name of a volume
 * @param target the path inside
 */
public record Mount(boolean bind, String source, String target, boolean readOnly) {

    /** Returns whether the source is a path on this machine that is known. */
    public boolean isKnown() {
        return bind && !source.isEmpty();
    }
}
