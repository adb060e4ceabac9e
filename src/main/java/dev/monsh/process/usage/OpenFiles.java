package dev.monsh.process.usage;

/**
 * The open files of a process.
 *
 * @param limit how many it may have; {@link Long#MAX_VALUE} where there is none
 */
public record OpenFiles(int open, long limit) {

    /** Returns how near it is to its limit: 0 to 1. */
    public double share() {
        return limit <= 0 ? 0 : (double) open / limit;
    }
}
