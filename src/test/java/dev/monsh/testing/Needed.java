package dev.monsh.testing;

import org.opentest4j.TestAbortedException;

/**
 * What a test needs of the machine. Where it is missing, the test does not run and {@link NotRunReport} counts it; a build
 * with {@code CI=true} fails instead.
 */
public final class Needed {

    private Needed() {}

    /** Ends the test here unless it has what it needs. */
    public static void here(boolean there, String need) {
        if (!there) {
            throw missing(need);
        }
    }

    /** Returns what a test without its need ends with. */
    public static RuntimeException missing(String need) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(need);
        }
        return new TestAbortedException(need);
    }
}
