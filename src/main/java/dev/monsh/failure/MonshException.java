package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can be told about in one line: what was being done, why it failed, and, where there is one, the
 * command to try next. Each kind has one exit code.
 */
public abstract sealed class MonshException extends RuntimeException
        permits UsageException,
                ConfigurationException,
                UnreachableException,
                RefusedException,
                RejectedException,
                PartialException,
                ConflictException,
                TimedOutException,
                InterruptedByUserException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final @Nullable String next;

    MonshException(String what, String why, @Nullable String next, @Nullable Throwable cause) {
        super(what + ": " + why, cause);
        this.what = what;
        this.why = why;
        this.next = next;
    }

    /** Returns the code that the program ends with. */
    public abstract ExitCode exitCode();

    /** Returns what was being done or what it was done to: a command, a URL, {@code FILE:LINE:COLUMN}. */
    public String what() {
        return what;
    }

    /** Returns the reason; may hold text of a server, control characters included, so whoever prints it cleans it. */
    public String why() {
        return why;
    }

    /** Returns the command to try next, or null where there is none worth naming. */
    public @Nullable String next() {
        return next;
    }
}
