package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can be told about in one line: what was being done, why it failed, and, where there is one, what to
 * do next. Each kind has one exit code.
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
    private final transient @Nullable NextStep next;

    MonshException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
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

    /** Returns what to do next, or null where there is nothing worth naming. */
    public @Nullable NextStep next() {
        return next;
    }
}
